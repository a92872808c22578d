import { Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import classes from './drop-zone.module.css';

interface Props {
  /** What to do, as a sentence; names the field. */
  label: string;
  /** Which files are taken. */
  hint: string;
  accept?: string;
  file: File | undefined;
  /** The chosen file in words, once there is one. */
  chosen?: string;
  onFile: (file: File) => void;
  error?: string;
}

/** A file by dropping it or by choosing it; the keyboard reaches the ordinary file field inside. */
export function DropZone({ label, hint, accept, file, chosen, onFile, error }: Props) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) onFile(dropped);
  };
  return (
    <label
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className={classes.input}
        accept={accept}
        aria-invalid={error !== undefined}
        onChange={(event) => {
          const picked = event.currentTarget.files?.[0];
          if (picked) onFile(picked);
        }}
      />
      <IconFileUpload size={32} stroke={1.3} aria-hidden />
      <Text fw={600}>{file ? (chosen ?? file.name) : label}</Text>
      <Text size="sm" className="quiet">
        {file ? label : hint}
      </Text>
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
    </label>
  );
}
