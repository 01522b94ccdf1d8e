package dev.reelway.cli.verify;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.command.MediaEngines;
import dev.reelway.cli.command.StorageOptions;
import dev.reelway.cli.verify.decode.DecodedPackage;
import dev.reelway.conformance.check.PackageCheck;
import dev.reelway.conformance.rule.Severity;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a package by its bytes alone, ours or anyone's. */
@Command(
    name = "verify",
    description = {
      "Check a package of CMAF or fragmented MP4 with HLS and DASH manifests by its bytes alone.",
      "Exit status: 0 without errors, 5 with errors; warnings count with --strict only."
    },
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private StorageOptions storage;

  @Parameters(
      paramLabel = "PLACE",
      description =
          "A folder, a manifest in it, https://… of a manifest or of a folder, or"
              + " s3://BUCKET/PREFIX.")
  private String named;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the verdict as a page, too, which needs nothing else.")
  private Path html;

  @Option(names = "--decode", description = "Decode every track from start to end, too.")
  private boolean decode;

  @Option(
      names = "--master",
      paramLabel = "FILE",
      description =
          "Decode, and compare every frame and all sound with the master: a file, or"
              + " s3://BUCKET/KEY.")
  private String master;

  @Option(names = "--strict", description = "End with 5 for warnings, too.")
  private boolean strict;

  @Override
  public Integer call() throws InterruptedException {
    try (NamedPlace place = NamedPlace.of(named, storage::read)) {
      DecodedPackage judged = judge(place);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(VerdictJson.of(place.place().address(), judged));
      } else {
        VerdictText.lines(place.place().address(), judged).forEach(out::println);
      }
      out.flush();
      if (html != null) {
        write(VerdictPage.of(place.place().address(), judged));
      }
      return exitStatus(judged.verdict());
    }
  }

  private int exitStatus(Verdict verdict) {
    long faults = verdict.count(Severity.ERROR) + (strict ? verdict.count(Severity.WARNING) : 0);
    return faults == 0 ? ExitCodes.DONE : ExitCodes.NOT_CONFORMING;
  }

  private DecodedPackage judge(NamedPlace place) throws InterruptedException {
    Remembering remembering = new Remembering();
    PackageCheck check = new PackageCheck(Families.all().stream().map(remembering::of).toList());
    try {
      Verdict verdict =
          place.manifest().isPresent()
              ? check.check(new Unlisted(place.place()), place.manifest().stream().toList())
              : check.check(place.place());
      return decode || master != null
          ? DecodedPackage.of(
              verdict,
              place.place(),
              remembering.measured(),
              MediaEngines.local(),
              Runtime.getRuntime().availableProcessors(),
              Optional.ofNullable(master),
              storage::read)
          : DecodedPackage.none(verdict);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          place.place().address() + " cannot be read: " + e.getMessage() + ".",
          e);
    }
  }

  private void write(String page) {
    try {
      Files.writeString(html, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID, html + " cannot be written: " + e.getMessage() + ".", e);
    }
  }
}
