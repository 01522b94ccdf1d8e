/** The portal in a real browser, served by a real installation. */
package dev.reelway.cli.portal;
