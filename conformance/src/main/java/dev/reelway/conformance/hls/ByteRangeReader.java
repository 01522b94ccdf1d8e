package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.place.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code n@o}, or {@code n} which goes on where the range before ended, RFC 4.4.4.2. */
final class ByteRangeReader {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:@([0-9]{1,18}))?");
  private final Faults faults;
  private String lastFile = "";
  private long lastEnd;

  ByteRangeReader(Faults faults) {
    this.faults = faults;
  }

  Optional<Location> read(int line, String text, String file) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      return fault(line, "length@offset", text);
    }
    boolean goesOn = matcher.group(2) == null;
    if (goesOn && !file.equals(lastFile)) {
      return fault(line, "an offset, as no range of the file stands before", text);
    }
    long length = Long.parseLong(matcher.group(1));
    long offset = goesOn ? lastEnd : Long.parseLong(matcher.group(2));
    lastFile = file;
    lastEnd = offset + length;
    return Optional.of(Location.of(file, offset, length));
  }

  private Optional<Location> fault(int line, String expected, String found) {
    faults.add(HlsRule.HLS_BYTE_RANGE, line, expected, found);
    return Optional.empty();
  }
}
