package dev.reelway.ingest.watch;

import dev.reelway.contracts.fleet.Lane;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A configured watch folder. Also says whose objects are that a store announces.
 *
 * @param name for people and for the marks in storage: 1 to 64 of {@code a-z 0-9 -}
 * @param address {@code s3://bucket/prefix/} or {@code file:///folder}, a space as {@code %20}
 * @param tenant whose titles they become; {@code default} if absent
 * @param profile unless a sidecar says otherwise; {@code default} if absent
 * @param priority unless a sidecar says otherwise; standard if absent
 * @param ready what says that a file is complete; stable if absent
 * @param age how long a file must be unchanged to be stable; 30 s if absent
 * @param every how often to look; 30 s if absent
 * @param endings of files that are masters, such as {@code mov}; the usual ones if absent
 */
public record WatchFolder(
    String name,
    String address,
    String tenant,
    String profile,
    Lane priority,
    Ready ready,
    Duration age,
    Duration every,
    List<String> endings) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
  private static final List<String> USUAL_ENDINGS =
      List.of(
          "mov", "mp4", "m4v", "mkv", "mxf", "ts", "mts", "m2ts", "mpg", "mpeg", "avi", "webm",
          "wmv", "vob", "y4m", "wav", "flac", "aif", "aiff", "m4a", "mp3", "ogg");
  private static final String S3 = "s3://";

  /** Fills in what is absent and checks the limits. */
  public WatchFolder {
    tenant = Optional.ofNullable(tenant).orElse("default");
    profile = Optional.ofNullable(profile).orElse("default");
    priority = Optional.ofNullable(priority).orElse(Lane.STANDARD);
    ready = Optional.ofNullable(ready).orElse(Ready.STABLE);
    age = Optional.ofNullable(age).orElse(HALF_A_MINUTE);
    every = Optional.ofNullable(every).orElse(HALF_A_MINUTE);
    endings = endings == null ? USUAL_ENDINGS : List.copyOf(endings);
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a watch folder must be 1 to 64 of a-z, 0-9 and '-', not '" + name + "'");
    }
    address = checked(address);
    if (every.compareTo(Duration.ofSeconds(1)) < 0 || age.isNegative()) {
      throw new IllegalArgumentException(
          "the watch folder '" + name + "' must look at most once a second, at files of an age");
    }
  }

  private static String checked(String address) {
    if (address == null || !address.matches("s3://[a-z0-9][a-z0-9.-]{1,62}(/.*)?|file:///.+")) {
      throw new IllegalArgumentException(
          "the address of a watch folder must be s3://bucket/prefix/ or file:///folder, not '"
              + address
              + "'");
    }
    if (!address.startsWith(S3)) {
      Path folder = Path.of(URI.create(address)); // fails for what is no URI, such as with a space
      return "file://" + folder.toUri().getRawPath().replaceAll("/*$", "/");
    }
    return address.endsWith("/") ? address : address + "/";
  }

  /** Whether it lies in a bucket. */
  public boolean isBucket() {
    return address.startsWith(S3);
  }

  /** Its bucket. */
  public String bucket() {
    return address.substring(S3.length(), address.indexOf('/', S3.length()));
  }

  /** Its prefix in the bucket, empty or with a slash at the end. */
  public String prefix() {
    return address.substring(S3.length() + bucket().length() + 1);
  }

  /** Its folder on this machine. */
  public Path folder() {
    return Path.of(URI.create(address));
  }

  /** The name in this folder of what lies at {@code key}, if it is in it. */
  public Optional<String> nameOf(String inBucket, String key) {
    return isBucket() && bucket().equals(inBucket) && key.startsWith(prefix())
        ? Optional.of(key.substring(prefix().length()))
        : Optional.empty();
  }

  /** Whether a file of this name is a master: not hidden, not under way, of the right kind. */
  public boolean isMaster(String file) {
    for (String part : file.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".") || part.startsWith("~") || part.endsWith("~")) {
        return false;
      }
    }
    // What is being copied is called "film.mov.part" or the like, so its ending is another one.
    String lower = file.toLowerCase(Locale.ROOT);
    return endings.isEmpty() || endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
  }
}
