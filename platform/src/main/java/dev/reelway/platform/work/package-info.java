/** Work queues: hands tasks to executors, claims, heartbeats, reports. */
package dev.reelway.platform.work;
