package dev.reelway.isobmff.box;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which record reads which four-letter type; a new box is one more line here. */
final class BoxTypes {
  private static final Map<FourCc, Function<BoxReader, Box>> READERS = readers();

  private BoxTypes() {}

  static Box read(BoxReader in) {
    return READERS.getOrDefault(in.type(), UnknownBox::read).apply(in);
  }

  /** Every type with a record of its own. */
  static Set<FourCc> known() {
    return READERS.keySet();
  }

  private static Map<FourCc, Function<BoxReader, Box>> readers() {
    Map<FourCc, Function<BoxReader, Box>> readers = new HashMap<>();
    ContainerBox.TYPES.forEach(type -> readers.put(type, ContainerBox::read));
    VisualSampleEntry.TYPES.forEach(type -> readers.put(type, VisualSampleEntry::read));
    AudioSampleEntry.TYPES.forEach(type -> readers.put(type, AudioSampleEntry::read));
    TextSampleEntry.TYPES.forEach(type -> readers.put(type, TextSampleEntry::read));
    WebVttTextBox.TYPES.forEach(type -> readers.put(type, WebVttTextBox::read));
    movieBoxes(readers);
    sampleTableBoxes(readers);
    codecBoxes(readers);
    fragmentBoxes(readers);
    textBoxes(readers);
    return Map.copyOf(readers);
  }

  private static void movieBoxes(Map<FourCc, Function<BoxReader, Box>> readers) {
    readers.put(FileTypeBox.TYPE, FileTypeBox::read);
    readers.put(MovieHeaderBox.TYPE, MovieHeaderBox::read);
    readers.put(TrackHeaderBox.TYPE, TrackHeaderBox::read);
    readers.put(EditListBox.TYPE, EditListBox::read);
    readers.put(MediaHeaderBox.TYPE, MediaHeaderBox::read);
    readers.put(HandlerBox.TYPE, HandlerBox::read);
    readers.put(VideoMediaHeaderBox.TYPE, VideoMediaHeaderBox::read);
    readers.put(SoundMediaHeaderBox.TYPE, SoundMediaHeaderBox::read);
    readers.put(NullMediaHeaderBox.TYPE, NullMediaHeaderBox::read);
    readers.put(SubtitleMediaHeaderBox.TYPE, SubtitleMediaHeaderBox::read);
    readers.put(DataReferenceBox.TYPE, DataReferenceBox::read);
    readers.put(DataEntryUrlBox.TYPE, DataEntryUrlBox::read);
    readers.put(MovieExtendsHeaderBox.TYPE, MovieExtendsHeaderBox::read);
    readers.put(TrackExtendsBox.TYPE, TrackExtendsBox::read);
  }

  private static void sampleTableBoxes(Map<FourCc, Function<BoxReader, Box>> readers) {
    readers.put(SampleDescriptionBox.TYPE, SampleDescriptionBox::read);
    readers.put(TimeToSampleBox.TYPE, TimeToSampleBox::read);
    readers.put(SampleToChunkBox.TYPE, SampleToChunkBox::read);
    readers.put(SampleSizeBox.TYPE, SampleSizeBox::read);
    readers.put(ChunkOffsetBox.TYPE, ChunkOffsetBox::read);
  }

  private static void codecBoxes(Map<FourCc, Function<BoxReader, Box>> readers) {
    readers.put(AvcConfigurationBox.TYPE, AvcConfigurationBox::read);
    readers.put(HevcConfigurationBox.TYPE, HevcConfigurationBox::read);
    readers.put(Av1ConfigurationBox.TYPE, Av1ConfigurationBox::read);
    readers.put(ElementaryStreamDescriptorBox.TYPE, ElementaryStreamDescriptorBox::read);
    readers.put(Ac3SpecificBox.TYPE, Ac3SpecificBox::read);
    readers.put(Ec3SpecificBox.TYPE, Ec3SpecificBox::read);
    readers.put(OpusSpecificBox.TYPE, OpusSpecificBox::read);
    readers.put(ColourInformationBox.TYPE, ColourInformationBox::readColour);
    readers.put(PixelAspectRatioBox.TYPE, PixelAspectRatioBox::read);
    readers.put(MasteringDisplayColourVolumeBox.TYPE, MasteringDisplayColourVolumeBox::read);
    readers.put(ContentLightLevelBox.TYPE, ContentLightLevelBox::read);
    readers.put(BitRateBox.TYPE, BitRateBox::read);
  }

  private static void textBoxes(Map<FourCc, Function<BoxReader, Box>> readers) {
    readers.put(WebVttCueBox.TYPE, WebVttCueBox::read);
    readers.put(WebVttEmptyCueBox.TYPE, WebVttEmptyCueBox::read);
    readers.put(WebVttSourceIdBox.TYPE, WebVttSourceIdBox::read);
    readers.put(XmlSubtitleSampleEntry.TYPE, XmlSubtitleSampleEntry::read);
    readers.put(MimeBox.TYPE, MimeBox::read);
  }

  private static void fragmentBoxes(Map<FourCc, Function<BoxReader, Box>> readers) {
    readers.put(SegmentTypeBox.TYPE, SegmentTypeBox::read);
    readers.put(SegmentIndexBox.TYPE, SegmentIndexBox::read);
    readers.put(MovieFragmentHeaderBox.TYPE, MovieFragmentHeaderBox::read);
    readers.put(TrackFragmentHeaderBox.TYPE, TrackFragmentHeaderBox::read);
    readers.put(TrackFragmentDecodeTimeBox.TYPE, TrackFragmentDecodeTimeBox::read);
    readers.put(TrackRunBox.TYPE, TrackRunBox::read);
  }
}
