#!/bin/sh
# Makes all masters of this folder anew from FFmpeg's own test sources.
#
#   FFMPEG=/path/to/ffmpeg ./make.sh
#
# Every picture differs from every other (moving noise and gradients), so that a frame that is
# missing, doubled or out of order cannot pass for its neighbour. Other FFmpeg and x264 builds give
# other bytes; the tests only need the properties that MANIFEST.md names.
set -eu
cd "$(dirname "$0")"

run() {
  "${FFMPEG:-ffmpeg}" -hide_banner -loglevel error -y -bitexact "$@"
}

# 256x144 with a number of frames and a rate: moving bars, a clock, and noise on top.
picture() {
  echo "testsrc2=size=256x144:rate=$2,noise=alls=6:allf=t:all_seed=7,trim=end_frame=$1,format=yuv420p"
}

# A sweep of 300 to 3000 Hz, 0.5 s long, again and again; never the same phase in two places.
sound() {
  echo "aevalsrc='0.4*sin(2*PI*(300*t+27*t*t))':s=$2:d=$1"
}

x264() {
  echo "-c:v libx264 -preset medium -crf 33 -bf 3 -b-pyramid normal -threads 1 -flags +bitexact"
}

# Open GOPs: I pictures that are no IDR, with B pictures before them that refer to the GOP before.
run -f lavfi -i "$(picture 200 25)" $(x264) -g 40 -sc_threshold 0 \
  -x264-params open-gop=1:bframes=3:b-adapt=0 open-gop-h264.mp4
run -f lavfi -i "$(picture 200 25)" -c:v libx265 -preset medium -crf 34 -tag:v hvc1 \
  -x265-params open-gop=1:keyint=40:min-keyint=40:scenecut=0:bframes=3:pools=1:log-level=none \
  open-gop-hevc.mp4

# Transport streams; the second one begins in the middle of a GOP, as a recording does.
run -f lavfi -i "$(picture 200 25)" -f lavfi -i "$(sound 8 48000)" $(x264) -g 40 \
  -x264-params open-gop=1:bframes=3 -c:a aac -b:a 48k -ac 1 -shortest h264.ts
run -f lavfi -i "$(picture 150 25)" $(x264) -g 30 -sc_threshold 0 whole.ts
tail -c +$((188 * 150 + 1)) whole.ts > starts-mid-gop.ts
rm whole.ts

# Variable rate: pauses of up to 0.4 s and bursts, as a screen recorder makes them.
run -f lavfi -i "$(picture 150 30)" -vf "setpts='(N*512+floor(N/7)*1024+floor(N/40)*4096)/15360/TB'" \
  $(x264) -g 60 -fps_mode passthrough -enc_time_base 1/15360 -video_track_timescale 15360 vfr.mp4

# An edit list that starts 1.32 s into the second GOP's reach: packets that are decoded, not shown.
run -f lavfi -i "$(picture 200 25)" -f lavfi -i "$(sound 8 48000)" $(x264) -g 50 -c:a aac -b:a 48k \
  -ac 1 -shortest long.mp4
run -ss 1.32 -i long.mp4 -c copy edit-list.mp4
rm long.mp4

run -f lavfi -i "$(picture 210 30000/1001)" $(x264) -g 9999 -keyint_min 9999 -sc_threshold 0 \
  single-keyframe.mp4

run -f lavfi -i "$(picture 200 25)" -f lavfi -i "$(sound 8 44100)" $(x264) -g 50 -c:a aac -b:a 48k \
  -ac 1 -shortest -movflags +frag_keyframe+empty_moov+default_base_moof fragmented.mp4

# Matroska rounds time stamps to milliseconds; 23.976 fps fits them nowhere.
run -f lavfi -i "$(picture 180 24000/1001)" -f lavfi -i "$(sound 8 48000)" $(x264) -g 48 \
  -c:a libopus -b:a 32k -ac 1 -shortest -fflags +bitexact ms-time-stamps.mkv

run -f lavfi -i "testsrc2=size=256x144:rate=25,noise=alls=3:allf=t:all_seed=7,trim=end_frame=125,format=yuv422p10le" \
  -c:v libx264 -preset medium -crf 30 -threads 1 -flags +bitexact -g 50 422-10-bit.mov

run -f lavfi -i "$(picture 125 25)" $(x264) -g 50 upright.mp4
run -display_rotation:v 270 -i upright.mp4 -c copy rotated.mp4
rm upright.mp4

# Containers that number the pictures in decode order although B pictures are shown in another one;
# AVI has no presentation times at all.
run -f lavfi -i "$(picture 125 25)" $(x264) -g 50 true.mp4
run -i true.mp4 -c copy -bsf:v setts=ts=N*512 wrong-time-stamps.mp4
run -i true.mp4 -c copy no-time-stamps.avi
rm true.mp4

# An odd width and height, and a cluster whose first block is wanted.
run -f lavfi -i "testsrc2=size=161x121:rate=30000/1001,noise=alls=6:allf=t:all_seed=7,trim=end_frame=120,format=yuv420p" \
  -c:v libvpx-vp9 -crf 50 -b:v 0 -g 30 -threads 1 -fflags +bitexact odd-size.webm

# An odd number of frames at twice the rate that most ladders allow.
run -f lavfi -i "$(picture 241 60)" $(x264) -g 60 sixty-fps.mp4

run -f lavfi -i "$(sound 6.5 44100)" -c:a aac -b:a 64k -ac 1 audio-only.m4a

# A white picture and a sweep at the same instants: pictures 15, 60, 105 … of 29.97 fps, which are
# samples 24024, 96096, 168168 … of 48 kHz. ALAC keeps every sample.
FLASH="color=black:size=256x144:rate=30000/1001,trim=end_frame=210,drawbox=color=white:t=fill:enable='eq(mod(n,45),15)',format=yuv420p"
BEEP="aevalsrc='if(gte(n,24024)*lt(mod(n-24024,72072),1920),0.7*sin(2*PI*mod(n-24024,72072)/48000*(500+60000*mod(n-24024,72072)/48000)),0)':s=48000:d=7.007"
run -f lavfi -i "$FLASH" -f lavfi -i "$BEEP" $(x264) -g 60 -c:a alac -sample_fmt s16p -ac 1 flash-and-beep.mp4

# The same beeps; sound that starts 0.7 s after the picture, and 0.5 s before it.
run -f lavfi -i "$FLASH" -itsoffset 0.7 -f lavfi -i "$BEEP" $(x264) -g 60 -c:a alac -sample_fmt s16p -ac 1 late-sound.mp4
run -itsoffset 0.5 -f lavfi -i "$FLASH" -f lavfi -i "$BEEP" $(x264) -g 60 -c:a alac -sample_fmt s16p -ac 1 early-sound.mp4

# So small that some tools divide by nothing.
run -f lavfi -i "testsrc2=size=32x18:rate=25,noise=alls=6:allf=t:all_seed=7,trim=end_frame=75,format=yuv420p" \
  $(x264) -g 50 tiny.mp4

# The size changes after 3 s.
run -f lavfi -i "$(picture 75 25)" $(x264) -g 25 -bsf:v dump_extra first.ts
run -f lavfi -i "testsrc2=size=128x72:rate=25,trim=end_frame=75,format=yuv420p" $(x264) -g 25 \
  -bsf:v dump_extra -output_ts_offset 3.08 second.ts
cat first.ts second.ts > size-changes.ts
rm first.ts second.ts
