/** Whether everything is there, and how it is served. */
package dev.reelway.conformance.delivery;
