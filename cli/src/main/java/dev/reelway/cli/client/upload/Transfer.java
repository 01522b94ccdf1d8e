package dev.reelway.cli.client.upload;

/** Sends what is missing of a master. */
interface Transfer {

  /** Sends all that is not there yet, and says that it is all. */
  void send(Upload upload, LocalMaster master) throws InterruptedException;
}
