package dev.reelway.cli.verify;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.command.StorageOptions;
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
      "Exit status: 0 without errors, 5 with errors; warnings do not count."
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

  @Override
  public Integer call() {
    try (NamedPlace place = NamedPlace.of(named, storage::read)) {
      Verdict verdict = judge(place);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(VerdictJson.of(place.place().address(), verdict));
      } else {
        VerdictText.lines(place.place().address(), verdict).forEach(out::println);
      }
      out.flush();
      if (html != null) {
        write(VerdictPage.of(place.place().address(), verdict));
      }
      return verdict.count(Severity.ERROR) == 0 ? ExitCodes.DONE : ExitCodes.NOT_CONFORMING;
    }
  }

  private Verdict judge(NamedPlace place) {
    PackageCheck check = new PackageCheck(Families.all());
    try {
      return place.manifest().isPresent()
          ? check.check(place.place(), place.manifest().stream().toList())
          : check.check(place.place());
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
