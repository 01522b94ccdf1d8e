package dev.reelway.conformance.track;

import dev.reelway.conformance.model.MediaKind;
import dev.reelway.contracts.time.Rational;
import dev.reelway.isobmff.box.EditListBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.TrackExtendsBox;
import dev.reelway.isobmff.read.TrackDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an init segment says, as far as it can be read.
 *
 * @param brands major and compatible
 * @param kind by the handler; empty for kinds that are not known
 * @param tracks how many there are
 * @param trackId of the one that is looked at: the picture if there is one, else the first
 * @param timescale ticks per second
 * @param movieTimescale ticks per second of the durations in the edit list
 * @param edits of the edit list
 * @param tableSamples samples that the init segment itself describes
 * @param entry the sample entry
 * @param description what manifests repeat of it; empty for a foreign codec
 * @param configurationFault why there is no description; empty if there is one
 * @param defaults of each track, by its id
 */
public record TrackHeader(
    List<FourCc> brands,
    Optional<MediaKind> kind,
    int tracks,
    long trackId,
    long timescale,
    long movieTimescale,
    List<EditListBox.Entry> edits,
    long tableSamples,
    Entry entry,
    Optional<TrackDescription> description,
    Optional<String> configurationFault,
    Map<Long, TrackExtendsBox> defaults) {

  /** Copies the collections. */
  public TrackHeader {
    brands = List.copyOf(brands);
    edits = List.copyOf(edits);
    defaults = Map.copyOf(defaults);
  }

  /**
   * The sample entry.
   *
   * @param type as it is in the file, such as {@code encv}
   * @param clear as it would be without encryption; empty for a foreign codec
   * @param protection how it is encrypted; empty when it is not
   */
  public record Entry(FourCc type, Optional<SampleEntry> clear, Optional<Protection> protection) {}

  /**
   * Returns the media time that is presented at time zero by the edit list: less than where the
   * presentation starts, if an empty edit delays it. Such delays are rounded to the tick.
   */
  public long mediaStartTicks() {
    long delay =
        edits.stream()
            .filter(edit -> edit.mediaTimeTicks() == EditListBox.EMPTY_EDIT)
            .mapToLong(EditListBox.Entry::segmentDurationTicks)
            .sum();
    return mediaTicks() - new Rational(delay, movieTimescale).times(timescale).round();
  }

  private long mediaTicks() {
    return edits.stream()
        .filter(edit -> edit.mediaTimeTicks() != EditListBox.EMPTY_EDIT)
        .mapToLong(EditListBox.Entry::mediaTimeTicks)
        .findFirst()
        .orElse(0);
  }
}
