/** Real servers inside this process: nothing else to install for a first try, and for tests. */
package dev.reelway.embedded;
