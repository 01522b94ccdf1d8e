package dev.reelway.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.reelway.isobmff.box.BoxWriter;

/** Who may know whom: the rules that keep the way of the data readable in the code. */
@AnalyzeClasses(
    packages = "dev.reelway",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.WithoutJarsOfTests.class
    })
final class ArchitectureTest {

  /** What other modules lend to tests is bound by no rule. */
  static final class WithoutJarsOfTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String OURS = "dev.reelway..";
  private static final String CONTRACTS = "dev.reelway.contracts..";
  private static final String CONFORMANCE = "dev.reelway.conformance..";

  // cli.launch.WarmUp loads the same libraries, but by their names only.
  @ArchTest
  static final ArchRule only_media_knows_ffmpeg =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.reelway.media.ffmpeg..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  // The embedded server is made of the same library's words.
  @ArchTest
  static final ArchRule only_storage_knows_the_s3_client =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.reelway.platform.storage..", "dev.reelway.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule only_messaging_queues_and_the_workflow_know_kafka =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.reelway.platform.messaging..",
              "dev.reelway.platform.work..",
              "dev.reelway.ingest.coordinate.host..",
              "dev.reelway.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule only_the_schedule_knows_quartz =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.reelway.ingest.schedule..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..");

  @ArchTest
  static final ArchRule stages_never_import_one_another =
      slices()
          .matching("dev.reelway.(ingest|transcode|packager|manifest)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule contracts_imports_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage(CONTRACTS)
          .should()
          .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAPackage(CONTRACTS))));

  @ArchTest
  static final ArchRule isobmff_imports_only_contracts =
      noClasses()
          .that()
          .resideInAPackage("dev.reelway.isobmff..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(OURS)
                  .and(not(resideInAnyPackage("dev.reelway.isobmff..", CONTRACTS))));

  // The judge must not share a mistake with what it judges.
  @ArchTest
  static final ArchRule conformance_reads_and_shares_nothing_that_writes =
      noClasses()
          .that()
          .resideInAPackage(CONFORMANCE)
          .should()
          .dependOnClassesThat(
              resideInAPackage(OURS)
                  .and(
                      not(
                          resideInAnyPackage(
                              CONFORMANCE,
                              CONTRACTS,
                              "dev.reelway.isobmff",
                              "dev.reelway.isobmff.box",
                              "dev.reelway.isobmff.codec",
                              "dev.reelway.isobmff.read"))))
          .orShould()
          .dependOnClassesThat(belongToAnyOf(BoxWriter.class))
          .orShould()
          .callMethodWhere(
              target(nameMatching("write|toBytes|toSample|toLengthPrefixed|fromAnnexB|fromUnits"))
                  .and(target(owner(resideInAPackage("dev.reelway.isobmff..")))));

  @ArchTest
  static final ArchRule nobody_imports_the_program =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.reelway.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.reelway.cli..");

  @ArchTest
  static final ArchRule hls_and_dash_do_not_know_each_other =
      slices().matching("dev.reelway.manifest.(hls|dash)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("dev.reelway.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobody_throws_a_bare_exception =
      GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  // A child process keeps its standard output for the wire by turning everybody else away from it.
  @ArchTest
  static final ArchRule only_the_program_speaks_on_the_console =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.reelway.cli..")
          .and()
          .doNotHaveFullyQualifiedName("dev.reelway.media.child.ChildMain")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule nobody_uses_java_util_logging =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
