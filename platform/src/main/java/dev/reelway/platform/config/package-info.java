/** What a process is told when it starts: one record per section of the configuration file. */
package dev.reelway.platform.config;
