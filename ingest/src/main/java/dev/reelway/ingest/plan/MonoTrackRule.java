package dev.reelway.ingest.plan;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.Profile.MonoTracks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the mono tracks of a broadcast or post-production master are. Tracks belong together when
 * they lie in one file and nothing (language, role, name, codec, rate) tells them apart.
 *
 * <pre>
 *   2, 4, 10 …   pairs: 1 left, 2 right; 3 left, 4 right …
 *   6            5.1: left, right, centre, bass, left and right surround
 *   8            uncompressed in QuickTime: 5.1, then its stereo version; else pairs
 *   odd          each a sound of its own
 * </pre>
 */
final class MonoTrackRule {

  private static final int SURROUND_TRACKS = 6;
  private static final int SURROUND_AND_STEREO = 8;

  private final MonoTracks chosen;
  private final String container;
  private final List<SoundSource> sources = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private MonoTrackRule(MonoTracks chosen, String container) {
    this.chosen = chosen;
    this.container = container;
  }

  /**
   * The sounds of a title and what people should know about how they were found.
   *
   * @param sources in the order of the streams
   * @param findings one for every group of tracks that were put together
   */
  record Sounds(List<SoundSource> sources, List<Finding> findings) {}

  static Sounds apply(List<AudioStream> streams, MonoTracks chosen, String container) {
    MonoTrackRule rule = new MonoTrackRule(chosen, container);
    int next = 0;
    while (next < streams.size()) {
      int end = next + 1;
      while (end < streams.size() && belongTogether(streams.get(next), streams.get(end))) {
        end++;
      }
      rule.group(streams.subList(next, end));
      next = end;
    }
    return new Sounds(List.copyOf(rule.sources), List.copyOf(rule.findings));
  }

  private static boolean belongTogether(AudioStream first, AudioStream other) {
    return first.channels() == 1
        && other.channels() == 1
        && first.role() == TrackRole.MAIN
        && other.role() == TrackRole.MAIN
        && first.file() == other.file()
        && first.language().equals(other.language())
        && first.name().equals(other.name())
        && first.codec().equals(other.codec())
        && first.sampleRate() == other.sampleRate();
  }

  private void group(List<AudioStream> streams) {
    MonoTracks layout = chosen == MonoTracks.AUTO ? usual(streams) : chosen;
    if (layout == MonoTracks.SURROUND && streams.size() >= SURROUND_TRACKS) {
      surround(streams);
    } else if (layout == MonoTracks.PAIRS && streams.size() > 1) {
      pairs(streams);
      say(streams, "stereo pairs");
    } else {
      streams.forEach(stream -> sources.add(SoundSource.of(stream)));
    }
  }

  private MonoTracks usual(List<AudioStream> streams) {
    boolean postProduction =
        container.startsWith("mov,") && streams.get(0).codec().startsWith("pcm_");
    return switch (streams.size()) {
      case SURROUND_TRACKS -> MonoTracks.SURROUND;
      case SURROUND_AND_STEREO -> postProduction ? MonoTracks.SURROUND : MonoTracks.PAIRS;
      default -> streams.size() % 2 == 0 ? MonoTracks.PAIRS : MonoTracks.SEPARATE;
    };
  }

  private void surround(List<AudioStream> streams) {
    List<AudioStream> six = streams.subList(0, SURROUND_TRACKS);
    List<AudioStream> more = streams.subList(SURROUND_TRACKS, streams.size());
    SoundSource.Channels surround = SoundSource.Channels.of(six, Speakers.SURROUND);
    boolean ownStereo = more.size() >= 2;
    SoundSource.Channels stereo =
        ownStereo ? SoundSource.Channels.of(more, Speakers.STEREO) : surround;
    sources.add(new SoundSource(six.get(0), stereo, Optional.of(surround)));
    pairs(ownStereo ? more.subList(2, more.size()) : more);
    say(
        streams,
        "5.1 (left, right, centre, bass, surrounds)"
            + (ownStereo ? " and its stereo version" : ""));
  }

  private void pairs(List<AudioStream> streams) {
    int i = 0;
    for (; i + 1 < streams.size(); i += 2) {
      SoundSource.Channels pair =
          SoundSource.Channels.of(streams.subList(i, i + 2), Speakers.STEREO);
      sources.add(new SoundSource(streams.get(i), pair, Optional.empty()));
    }
    streams.subList(i, streams.size()).forEach(stream -> sources.add(SoundSource.of(stream)));
  }

  private void say(List<AudioStream> streams, String what) {
    findings.add(
        Finding.of(
            FindingCode.MONO_TRACKS_JOINED,
            "The %d mono tracks from stream %d on are taken for %s."
                .formatted(streams.size(), streams.get(0).index(), what)));
  }
}
