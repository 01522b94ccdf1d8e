/** The manifest writer in a fleet: tasks in, publications out. */
package dev.reelway.manifest.role;
