package dev.reelway.transcode;

import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.contracts.work.PartDetail;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.media.FileMaster;
import dev.reelway.media.MediaEngine;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All chunks of one plan on their way through a {@link Transcoder}, and what has come out. */
public final class Title {

  private final EncodePlan plan;
  private final Path master;
  private final ObjectStore store;
  private final StorageLayout layout = StorageLayout.ofFolder();
  private final Transcoder transcoder;

  /** A title whose parts lie in {@code store}. */
  public Title(EncodePlan plan, Path master, MediaEngine engine, ObjectStore store, Path scratch) {
    this.plan = plan;
    this.master = master;
    this.store = store;
    this.transcoder = new Transcoder(engine, store, layout, scratch, true);
  }

  /** What was planned. */
  public EncodePlan plan() {
    return plan;
  }

  /** Encodes all chunks of the picture, last one first: their order must not matter. */
  public List<EncodedChunk> encodePicture() throws InterruptedException {
    List<EncodedChunk> chunks = new ArrayList<>();
    for (int i = plan.chunks().size() - 1; i >= 0; i--) {
      chunks.add(0, encode(plan.chunks().get(i)));
    }
    return chunks;
  }

  /** Encodes one chunk. */
  public EncodedChunk encode(ChunkPlan chunk) throws InterruptedException {
    Map<String, String> keys = ChunkKeys.ofChunk(plan, chunk);
    try (FileMaster bytes = new FileMaster(master)) {
      return transcoder.encode(plan, chunk, keys, bytes, done -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Encodes one sound track. */
  public EncodedChunk encode(AudioPlan audio) throws InterruptedException {
    try (FileMaster bytes = new FileMaster(master)) {
      return transcoder.encode(plan, audio, ChunkKeys.ofAudio(plan, audio), bytes, done -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a part. */
  public byte[] bytes(EncodedTrackPart part) {
    Optional<StoredObject> object = store.get(part.objectKey());
    try (StoredObject stored = object.orElseThrow()) {
      return stored.readAllBytes();
    }
  }

  /** Writes a track's init segment and all its fragments into one file. */
  public Path join(String track, List<EncodedChunk> chunks, Path file) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (EncodedChunk chunk : chunks) {
      byte[] bytes = bytes(part(track, chunk));
      FragmentedFile part = FragmentedFile.read(ByteSource.of(bytes));
      if (joined.size() == 0) {
        joined.writeBytes(part.initSegment().toArray());
      }
      for (ScannedFragment fragment : part.fragments()) {
        joined.write(bytes, (int) fragment.offset(), (int) fragment.sizeBytes());
      }
    }
    return Files.write(file, joined.toByteArray());
  }

  /** The part without what differs from run to run: how long it took. */
  public static EncodedTrackPart timeless(EncodedTrackPart part) {
    PartDetail detail = part.detail();
    return new EncodedTrackPart(
        part.track(),
        part.objectKey(),
        part.sizeBytes(),
        part.initSha256(),
        part.samples(),
        part.quality(),
        part.loudness(),
        part.damage(),
        part.reused(),
        new PartDetail(detail.scores(), detail.stills(), Optional.empty()));
  }

  /** The part of {@code track} in {@code chunk}. */
  public static EncodedTrackPart part(String track, EncodedChunk chunk) {
    return chunk.parts().stream().filter(p -> p.track().equals(track)).findFirst().orElseThrow();
  }
}
