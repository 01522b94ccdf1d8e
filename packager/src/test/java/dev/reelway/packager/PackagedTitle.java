package dev.reelway.packager;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.BrokenRule;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.media.MediaEngine;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import dev.reelway.transcode.Plans;
import dev.reelway.transcode.Title;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A master on its whole way to CMAF segments in a store. */
final class PackagedTitle {

  private final EncodePlan plan;
  private final ObjectStore store;
  private final StorageLayout layout = StorageLayout.ofFolder();
  private final List<PackagedSegments> packaged = new ArrayList<>();
  private final List<BrokenRule> brokenRules = new ArrayList<>();

  private final Map<String, Loudness.Applied> loudness = new HashMap<>();

  private PackagedTitle(EncodePlan plan, ObjectStore store) {
    this.plan = plan;
    this.store = store;
  }

  /** Plans, encodes and packages {@code master}, its last chunk first. */
  static PackagedTitle of(
      MediaEngine engine, Path master, int[] heights, ObjectStore store, Path scratch)
      throws InterruptedException {
    return of(engine, master, Plans.ladder(1, 30, heights), store, scratch);
  }

  /** As above, with any ladder. */
  static PackagedTitle of(
      MediaEngine engine, Path master, Profile profile, ObjectStore store, Path scratch)
      throws InterruptedException {
    EncodePlan plan = Plans.finelyChunked(Plans.plan(engine, master, profile, false));
    PackagedTitle packagedTitle = new PackagedTitle(plan, store);
    Title title = new Title(plan, master, engine, store, scratch);
    Packager packager = new Packager(store, packagedTitle.layout);
    List<EncodedChunk> chunks = new ArrayList<>(title.encodePicture());
    for (AudioPlan audio : plan.audio()) {
      EncodedChunk whole = title.encode(audio);
      packagedTitle.loudness.put(audio.track(), whole.parts().get(0).loudness().orElseThrow());
      chunks.add(whole);
    }
    for (int i = chunks.size() - 1; i >= 0; i--) {
      PackagedChunk packaged = packager.packageChunk(chunks.get(i));
      packagedTitle.packaged.addAll(0, packaged.tracks());
      packagedTitle.brokenRules.addAll(packaged.brokenRules());
    }
    return packagedTitle;
  }

  EncodePlan plan() {
    return plan;
  }

  /** How loud the sound of {@code track} came out. */
  Loudness.Applied loudness(String track) {
    return loudness.get(track);
  }

  /** What the packager said of {@code track}, chunk by chunk. */
  List<PackagedSegments> of(String track) {
    return packaged.stream().filter(segments -> segments.track().equals(track)).toList();
  }

  /** All segments of {@code track} in order. */
  List<SegmentEntry> segments(String track) {
    return of(track).stream().flatMap(segments -> segments.segments().stream()).toList();
  }

  /** The bytes of one segment. */
  byte[] segment(String track, int number) {
    return bytes(layout.segmentKey(track, number));
  }

  /** The bytes of one tile of thumbnails. */
  byte[] tile(String track, int number) {
    return bytes(layout.tileKey(track, number));
  }

  /** The bytes of the init segment. */
  byte[] init(String track) {
    return bytes(layout.initKey(track));
  }

  /** Init segment and all segments of {@code track} as a player sees them. */
  FragmentedFile read(String track) throws IOException {
    return FragmentedFile.read(ByteSource.of(joined(track)));
  }

  /** {@link #read} as a file. */
  Path write(String track, Path file) throws IOException {
    return Files.write(file, joined(track));
  }

  private byte[] joined(String track) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(init(track));
    segments(track).forEach(entry -> bytes.writeBytes(segment(track, entry.number())));
    return bytes.toByteArray();
  }

  private byte[] bytes(String key) {
    try (StoredObject object = store.get(key).orElseThrow()) {
      return object.readAllBytes();
    }
  }
}
