import { useEffect, useRef, useState } from 'react';
import { send, TransferRefused } from '../../../graphql/transfer';

interface Progress {
  sent: number;
  all: number;
}
export interface Sending {
  /** Set while the file is on its way. */
  progress: Progress | undefined;
  refusal: { code: string; message: string } | undefined;
  start: (file: File, query: Record<string, string>) => void;
  stop: () => void;
  clear: () => void;
}

/** One file on its way to the hub; leaving the page before it is there stops it. */
export function useSending(onSent: (uploadId: string) => void): Sending {
  const [progress, setProgress] = useState<Progress | undefined>(undefined);
  const [refusal, setRefusal] = useState<Sending['refusal']>(undefined);
  const under = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const run = async (file: File, query: Record<string, string>): Promise<void> => {
    const control = new AbortController();
    under.current = control;
    setRefusal(undefined);
    setProgress({ sent: 0, all: file.size });
    try {
      const { uploadId } = await send<{ uploadId: string }>(`/api/v1/uploads?${new URLSearchParams(query)}`, file, {
        onProgress: (sent, all) => setProgress({ sent, all }),
        signal: control.signal,
      });
      setProgress(undefined);
      onSent(uploadId);
    } catch (error) {
      setProgress(undefined);
      if (error instanceof TransferRefused) setRefusal({ code: error.code, message: error.message });
      else if (!control.signal.aborted) throw error;
    }
  };
  return {
    progress,
    refusal,
    start: (file, query) => void run(file, query),
    stop: () => under.current?.abort(),
    clear: () => setRefusal(undefined),
  };
}
