/** What is demanded of a package, where it fails, and the verdict. */
package dev.reelway.conformance.rule;
