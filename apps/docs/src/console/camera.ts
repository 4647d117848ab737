import type { SlotPicture } from './state.ts';

/** A dialog that shows the camera and takes one picture. */
export interface Camera {
  /** Takes a picture. @returns `undefined` when the reader closed the dialog. @throws when there is no camera or access was denied. */
  readonly take: () => Promise<SlotPicture | undefined>;
}

/** Drives the dialog: a `video` element, a button that takes the picture, and any number that close it. */
export function createCamera(dialog: HTMLDialogElement): Camera {
  return {
    take: async () => {
      const video = dialog.querySelector('video');
      if (video === null) return undefined;
      const stream = await navigator.mediaDevices.getUserMedia({
        video: { width: { ideal: 1280 }, facingMode: 'environment' },
      });
      video.srcObject = stream;
      try {
        await video.play();
        dialog.showModal();
        return (await choice(dialog)) === 'take' ? await stillPicture(video) : undefined;
      } finally {
        dialog.close();
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
      }
    },
  };
}

function choice(dialog: HTMLDialogElement): Promise<'take' | 'close'> {
  const { promise, resolve } = Promise.withResolvers<'take' | 'close'>();
  dialog.querySelector('[data-action="take"]')?.addEventListener('click', () => resolve('take'), { once: true });
  dialog.querySelector('[data-action="close"]')?.addEventListener('click', () => resolve('close'), { once: true });
  dialog.addEventListener('cancel', () => resolve('close'), { once: true });
  return promise;
}

async function stillPicture(video: HTMLVideoElement): Promise<SlotPicture | undefined> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return { name: 'camera.jpg', bytes: new Uint8Array(await blob.arrayBuffer()) };
}
