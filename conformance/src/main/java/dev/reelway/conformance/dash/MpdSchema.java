package dev.reelway.conformance.dash;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The element types of an MPD, ISO/IEC 23009-1 Annex B. */
final class MpdSchema {
  private static final Map<String, ElementType> TYPES = new HashMap<>();

  private static final String COMMON_ATTRIBUTES =
      "profiles width:uint height:uint sar:ratio frameRate:framerate audioSamplingRate"
          + " mimeType segmentProfiles codecs containerProfiles maximumSAPPeriod:double"
          + " startWithSAP:sap maxPlayoutRate:double codingDependency:boolean scanType:scan"
          + " selectionPriority:uint tag ";

  private static final String COMMON_CHILDREN =
      "FramePacking* AudioChannelConfiguration* ContentProtection* OutputProtection?"
          + " EssentialProperty* SupplementalProperty* InbandEventStream* Switching*"
          + " RandomAccess* GroupLabel* Label* ProducerReferenceTime* ContentPopularityRate*"
          + " Resync* ";

  private static final String SEGMENT_ATTRIBUTES =
      "timescale:uint presentationTimeOffset:uint presentationDuration:uint"
          + " timeShiftBufferDepth:duration indexRange:range indexRangeExact:boolean"
          + " availabilityTimeOffset:double availabilityTimeComplete:boolean"
          + " eptDelta:int pdDelta:int ";

  private static final String MULTIPLE_ATTRIBUTES =
      SEGMENT_ATTRIBUTES + "duration:uint startNumber:uint endNumber:uint ";

  private static final String SEGMENT_CHILDREN =
      "Initialization? RepresentationIndex? FailoverContent? ";

  private static final String MULTIPLE_CHILDREN =
      SEGMENT_CHILDREN + "SegmentTimeline? BitstreamSwitching? ";

  private static final String ADDRESSING = "SegmentBase? SegmentList? SegmentTemplate? ";

  static {
    presentation();
    sets();
    addressing();
    descriptors();
  }

  private MpdSchema() {}

  /** Empty for elements that are checked no further. */
  static Optional<ElementType> type(String name) {
    return Optional.ofNullable(TYPES.get(name));
  }

  private static void presentation() {
    put(
        "MPD",
        "id profiles! type:presentation availabilityStartTime:datetime"
            + " availabilityEndTime:datetime publishTime:datetime"
            + " mediaPresentationDuration:duration minimumUpdatePeriod:duration"
            + " minBufferTime:duration! timeShiftBufferDepth:duration"
            + " suggestedPresentationDelay:duration maxSegmentDuration:duration"
            + " maxSubsegmentDuration:duration",
        "ProgramInformation* BaseURL* Location* PatchLocation* ServiceDescription*"
            + " InitializationSet* InitializationGroup* InitializationPresentation*"
            + " ContentProtection* Period+ Metrics* EssentialProperty* SupplementalProperty*"
            + " UTCTiming* LeapSecondInformation?");
    put("ProgramInformation", "lang:lang moreInformationURL", "Title? Source? Copyright?");
    put(
        "Period",
        "id start:duration duration:duration bitstreamSwitching:boolean",
        "BaseURL* "
            + ADDRESSING
            + "AssetIdentifier? EventStream* ServiceDescription* ContentProtection*"
            + " AdaptationSet* Subset* SupplementalProperty* EmptyAdaptationSet* GroupLabel*"
            + " Preselection*");
  }

  private static void sets() {
    put(
        "AdaptationSet",
        COMMON_ATTRIBUTES
            + "id:uint group:uint lang:lang contentType:token par:ratio minBandwidth:uint"
            + " maxBandwidth:uint minWidth:uint maxWidth:uint minHeight:uint maxHeight:uint"
            + " minFrameRate:framerate maxFrameRate:framerate segmentAlignment:alignment"
            + " subsegmentAlignment:alignment subsegmentStartsWithSAP:sap"
            + " bitstreamSwitching:boolean initializationSetRef initializationPrincipal",
        COMMON_CHILDREN
            + "Accessibility* Role* Rating* Viewpoint* ContentComponent* BaseURL* "
            + ADDRESSING
            + "Representation*");
    put(
        "Representation",
        COMMON_ATTRIBUTES
            + "id:token! bandwidth:uint! qualityRanking:uint dependencyId associationId"
            + " associationType mediaStreamStructureId",
        COMMON_CHILDREN + "BaseURL* ExtendedBandwidth* SubRepresentation* " + ADDRESSING);
  }

  private static void addressing() {
    put("SegmentBase", SEGMENT_ATTRIBUTES, SEGMENT_CHILDREN);
    put("SegmentList", MULTIPLE_ATTRIBUTES, MULTIPLE_CHILDREN + "SegmentURL*");
    put(
        "SegmentTemplate",
        MULTIPLE_ATTRIBUTES + "media index initialization bitstreamSwitching",
        MULTIPLE_CHILDREN);
    put("SegmentTimeline", "", "Pattern* S+");
    put("S", "t:uint n:uint d:uint! r:int k:uint p:uint pE:uint", "");
    put("Initialization", "sourceURL range:range", "");
    put("RepresentationIndex", "sourceURL range:range", "");
    put("BitstreamSwitching", "sourceURL range:range", "");
    put("SegmentURL", "media mediaRange:range index indexRange:range", "");
    put(
        "BaseURL",
        "serviceLocation byteRange availabilityTimeOffset:double"
            + " availabilityTimeComplete:boolean timeShiftBufferDepth:duration"
            + " rangeAccess:boolean",
        "");
  }

  private static void descriptors() {
    for (String name :
        new String[] {
          "Role",
          "Accessibility",
          "Rating",
          "Viewpoint",
          "FramePacking",
          "AudioChannelConfiguration",
          "EssentialProperty",
          "SupplementalProperty",
          "AssetIdentifier",
          "UTCTiming"
        }) {
      put(name, "schemeIdUri! value id", "");
    }
    put("ContentProtection", "schemeIdUri! value id robustness refId ref", "");
    put("Label", "id:uint lang:lang", "");
    put("GroupLabel", "id:uint lang:lang", "");
  }

  private static void put(String name, String attributes, String children) {
    TYPES.put(name, ElementType.of(attributes, children));
  }
}
