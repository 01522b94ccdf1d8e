package dev.reelway.media.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a child JVM is started.
 *
 * @param java the {@code java} program
 * @param classPath as the running program has it
 * @param archive class data archive made for exactly this class path, for a faster start
 * @param nativesFolder where JavaCPP keeps the extracted natives
 * @param sandbox what the system takes away from the child
 */
public record ChildCommand(
    Path java,
    String classPath,
    Optional<Path> archive,
    Optional<Path> nativesFolder,
    Sandbox sandbox) {

  /** The same Java and class path as this process; archive and natives from its properties. */
  public static ChildCommand ofThisProcess(Sandbox sandbox) {
    return new ChildCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"),
        Optional.ofNullable(System.getProperty("reelway.child.archive"))
            .map(Path::of)
            .filter(Files::isRegularFile),
        Optional.ofNullable(System.getProperty("org.bytedeco.javacpp.cachedir")).map(Path::of),
        sandbox);
  }

  /** Command words up to the main class. */
  List<String> words(int heapMebibytes) {
    List<String> words = new ArrayList<>(sandbox.prefix());
    words.add(java.toString());
    words.addAll(
        List.of(
            "-Xmx" + heapMebibytes + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            // What the JVM says, of an archive that does not fit or when native code crashes, must
            // not get in between the messages.
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-XX:+DisplayVMOutputToStderr",
            // Frames live outside the heap; JavaCPP's own limit would stall and then throw.
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            "-Dorg.bytedeco.javacpp.maxBytes=0"));
    archive.ifPresent(file -> words.add("-XX:SharedArchiveFile=" + file));
    nativesFolder.ifPresent(folder -> words.add("-Dorg.bytedeco.javacpp.cachedir=" + folder));
    words.add("-cp");
    words.add(classPath);
    return words;
  }
}
