package dev.reelway.isobmff.foreign;

/** One packet as ffprobe prints it: pts, dts, duration, size, pos, flags. */
record ProbedPacket(
    long pts, long dts, long durationTicks, int sizeBytes, long position, String flags) {

  static ProbedPacket parse(String line) {
    String[] fields = line.split(",", -1);
    return new ProbedPacket(
        Long.parseLong(fields[0]),
        Long.parseLong(fields[1]),
        Long.parseLong(fields[2]),
        Integer.parseInt(fields[3]),
        Long.parseLong(fields[4]),
        fields[5]);
  }

  boolean key() {
    return flags.startsWith("K");
  }
}
