/** What the commands have in common: options, failures in words, exit codes. */
package dev.reelway.cli.command;
