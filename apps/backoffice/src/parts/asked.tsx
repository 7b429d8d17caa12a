/** A button that opens what asks for more. */
import Button, { type ButtonProps } from '@mui/material/Button';
import { useState, type ReactNode } from 'react';

interface AskedProps {
  label: string;
  color?: ButtonProps['color'];
  icon?: ReactNode;
  /** What opens; it closes itself. */
  children: (close: () => void) => ReactNode;
}

export function Asked({ label, color = 'primary', icon, children }: AskedProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        color={color}
        startIcon={icon}
        sx={{ whiteSpace: 'nowrap' }}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && children(() => setOpen(false))}
    </>
  );
}
