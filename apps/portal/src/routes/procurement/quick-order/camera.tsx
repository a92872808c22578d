import { Modal, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The detector of the browser, as far as it is used here. Shape Detection API, W3C community draft. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

const formats = ['code_128', 'code_39', 'data_matrix', 'qr_code', 'pdf417', 'ean_13'] as const;
/** Between two looks; a hand needs longer to bring the next label. */
const lookEveryMs = 250;

const detectorClass = (): DetectorClass | undefined => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Whether the browser can read bar codes by itself; nothing is loaded to make it so. */
export const mayUseCamera = (): boolean => detectorClass() !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;

/** The picture of the camera; each code is taken once while it stays in it. */
export function Camera({ onScan, onClose }: { onScan: (scan: string) => void; onClose: () => void }) {
  const { t } = useTranslation('procurement');
  const video = useRef<HTMLVideoElement>(null);
  const take = useRef(onScan);
  take.current = onScan;
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const Detector = detectorClass();
    if (!Detector) return undefined;
    const detector = new Detector({ formats });
    let stream: MediaStream | undefined;
    let before = '';
    let closed = false;
    const look = async (): Promise<void> => {
      if (closed || !video.current || video.current.readyState < 2) return;
      const [found] = await detector.detect(video.current).catch(() => []);
      if (closed || (found?.rawValue ?? '') === before) return;
      before = found?.rawValue ?? '';
      if (before !== '') take.current(before);
    };
    const timer = setInterval(() => void look(), lookEveryMs);
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then((opened) => {
        stream = opened;
        if (closed) for (const track of opened.getTracks()) track.stop();
        else if (video.current) video.current.srcObject = opened;
      })
      .catch(() => setRefused(true));
    return () => {
      closed = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return (
    <Modal opened onClose={onClose} title={t('scan.camera')}>
      {refused ? (
        <Text role="alert">{t('scan.cameraRefused')}</Text>
      ) : (
        <video ref={video} autoPlay playsInline muted width="100%" aria-label={t('scan.camera')} />
      )}
    </Modal>
  );
}
