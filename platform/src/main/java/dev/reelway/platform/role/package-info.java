/** What every role of the fleet is wired from. */
package dev.reelway.platform.role;
