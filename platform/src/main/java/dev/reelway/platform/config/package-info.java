/** Configuration of the roles: records with real types, read from one file and the environment. */
package dev.reelway.platform.config;
