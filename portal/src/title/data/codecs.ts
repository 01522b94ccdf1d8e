const NAMES: Record<string, string> = {
  h264: 'H.264', hevc: 'HEVC', av1: 'AV1', vp8: 'VP8', vp9: 'VP9', prores: 'ProRes', dnxhd: 'DNxHD or DNxHR',
  mpeg2video: 'MPEG-2', mpeg4: 'MPEG-4', dvvideo: 'DV', jpeg2000: 'JPEG 2000', mjpeg: 'Motion JPEG',
  aac: 'AAC', ac3: 'Dolby Digital', eac3: 'Dolby Digital Plus', opus: 'Opus', vorbis: 'Vorbis', mp3: 'MP3', flac: 'FLAC',
  subrip: 'SubRip', ass: 'ASS', webvtt: 'WebVTT', mov_text: 'MPEG-4 text', ttml: 'TTML', eia_608: 'CEA-608 captions',
};

/** A codec as people call it: "h264" → "H.264"; what nobody knows here stays what it is. */
export function codecName(codec: string): string {
  return NAMES[codec.toLowerCase()] ?? (codec.startsWith('pcm') ? 'PCM' : codec);
}

const CONTAINERS: Record<string, string> = {
  mov: 'MP4 or QuickTime', matroska: 'Matroska or WebM', mpegts: 'MPEG transport stream', mpeg: 'MPEG programme stream',
  mxf: 'MXF', avi: 'AVI', wav: 'WAVE', dv: 'DV', flv: 'FLV', ogg: 'Ogg', mp3: 'MP3', flac: 'FLAC',
};

/** A container as people call it; FFmpeg names all kinds that one reader reads: "matroska,webm". */
export function containerName(container: string): string {
  return CONTAINERS[container.split(',')[0] ?? ''] ?? container;
}
