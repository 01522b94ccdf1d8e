package dev.reelway.cli.verify.decode;

import dev.reelway.conformance.decode.DecodeCheck;
import dev.reelway.conformance.decode.JoinQuality;
import dev.reelway.conformance.model.MeasuredTrack;
import dev.reelway.contracts.decode.DecodedTrack;
import dev.reelway.contracts.decode.DecodedTrack.Group;
import dev.reelway.contracts.time.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What decoding a track showed, for people.
 *
 * @param track its name
 * @param picture whether it is a picture
 * @param count frames or samples
 * @param score of the pictures, if they were compared with a master
 * @param gain how much louder the sound is than the master's, dB, if it was compared
 */
public record DecodedLine(
    String track, boolean picture, long count, Optional<Score> score, Optional<Double> gain) {

  /**
   * XPSNR against the master.
   *
   * @param mean of all frames, dB
   * @param worst frame, dB
   * @param worstSeconds when it is shown
   * @param joins beside segment starts
   */
  public record Score(double mean, double worst, Rational worstSeconds, JoinQuality joins) {}

  /** Sums a track up. */
  static DecodedLine of(MeasuredTrack track, DecodedTrack decoded) {
    boolean picture = track.description().orElseThrow().width() > 0;
    return new DecodedLine(
        track.rendition().name(),
        picture,
        decoded.count(),
        decoded.groups().isEmpty() ? Optional.empty() : Optional.of(score(track, decoded)),
        picture ? Optional.empty() : DecodeCheck.gain(decoded));
  }

  private static Score score(MeasuredTrack track, DecodedTrack decoded) {
    List<Group> groups = decoded.groups();
    long frames = groups.stream().mapToLong(Group::frames).sum();
    double sum = groups.stream().mapToDouble(group -> group.mean() * group.frames()).sum();
    Group worst = groups.stream().min(Comparator.comparingDouble(Group::worst)).orElseThrow();
    long timescale = track.segments().get(0).start().timescale();
    return new Score(
        sum / frames,
        worst.worst(),
        new Rational(worst.worstTicks() - track.mediaStartTicks(), timescale),
        DecodeCheck.joins(track, decoded));
  }
}
