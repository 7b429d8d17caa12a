/** The parts of one row's details, each with an address of its own, so that it can be gone back to and sent to somebody. */
import Box from '@mui/material/Box';
import MuiTab from '@mui/material/Tab';
import MuiTabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router-dom';

export interface Tab {
  /** Behind the address of the row; the first tab has none. */
  path: string;
  label: string;
  content: ReactNode;
}

/** @param address of the row */
export function Tabs({ label, address, tabs }: { label: string; address: string; tabs: readonly Tab[] }) {
  const [path = ''] = (useParams()['*'] ?? '').split('/');
  const open = tabs.find((tab) => tab.path === path) ?? tabs[0];
  return (
    <>
      <MuiTabs value={open?.path ?? ''} aria-label={label} variant="scrollable" sx={{ mb: 2 }}>
        {tabs.map((tab) => (
          <MuiTab
            key={tab.path}
            value={tab.path}
            label={tab.label}
            component={Link}
            to={tab.path === '' ? address : `${address}/${tab.path}`}
          />
        ))}
      </MuiTabs>
      <Box role="tabpanel" aria-label={open?.label}>
        {open?.content}
      </Box>
    </>
  );
}
