/** How it looks: calm, dense enough for a day's work, the same in light and dark. The fonts are those that the reader has. */
import { defaultTheme, type RaThemeOptions } from 'ra-ui-materialui';

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif";

const formWidth = 760;
const shape = { borderRadius: 8 };
const headings = { fontWeight: 600, letterSpacing: '-0.01em' };

interface Tone {
  mode: 'light' | 'dark';
  primary: string;
  ground: string;
  paper: string;
  line: string;
  head: string;
  ink: string;
  quiet: string;
}

const light: Tone = {
  mode: 'light',
  primary: '#1b6b58',
  ground: '#f5f6f3',
  paper: '#ffffff',
  line: '#e2e5df',
  head: '#fafbf9',
  ink: '#1c211f',
  quiet: '#59625e',
};

const dark: Tone = {
  mode: 'dark',
  primary: '#7fcbb4',
  ground: '#131716',
  paper: '#1b201e',
  line: '#303734',
  head: '#202624',
  ink: '#e7ebe8',
  quiet: '#a3ada8',
};

export const lightTheme = themeOf(light);
export const darkTheme = themeOf(dark);

function themeOf(tone: Tone): RaThemeOptions {
  return {
    ...defaultTheme,
    shape,
    palette: {
      mode: tone.mode,
      primary: { main: tone.primary },
      secondary: { main: tone.primary },
      background: { default: tone.ground, paper: tone.paper },
      text: { primary: tone.ink, secondary: tone.quiet },
      divider: tone.line,
      success: { main: tone.mode === 'light' ? '#1f7a4d' : '#7bd0a0' },
      warning: { main: tone.mode === 'light' ? '#8a5a00' : '#e6b65c' },
      error: { main: tone.mode === 'light' ? '#b3261e' : '#ff9a90' },
    },
    typography: {
      fontFamily,
      fontSize: 13,
      h4: headings,
      h5: headings,
      h6: { ...headings, fontSize: '1.05rem' },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    sidebar: { width: 256, closedWidth: 52 },
    components: { ...componentsOf(tone), MuiButtonBase: buttonsOf(tone) },
  };
}

/** Without ripples, an outline is how somebody at the keyboard sees where they are. */
function buttonsOf({ primary }: Tone) {
  return {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: { '&.Mui-focusVisible': { outline: `2px solid ${primary}`, outlineOffset: 2 } },
    },
  };
}

function componentsOf(tone: Tone): NonNullable<RaThemeOptions['components']> {
  return {
    ...defaultTheme.components,
    ...frameOf(tone),
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiCard: { styleOverrides: { root: { border: `1px solid ${tone.line}` } } },
    MuiAppBar: {
      defaultProps: { elevation: 0, color: 'inherit' },
      styleOverrides: {
        root: { backgroundColor: tone.paper, color: tone.ink, borderBottom: `1px solid ${tone.line}` },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderBottomColor: tone.line },
        head: { fontWeight: 600, color: tone.quiet, backgroundColor: tone.head, whiteSpace: 'nowrap' },
      },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true } },
    MuiFormControl: {
      defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
    },
    MuiMenuItem: { styleOverrides: { root: { borderRadius: 6 } } },
  };
}

/** What react-admin puts around the controls. */
function frameOf(tone: Tone): NonNullable<RaThemeOptions['components']> {
  return {
    // What is too wide for a phone moves within its own frame, not the page.
    RaLayout: {
      styleOverrides: { root: { minWidth: 0, '& .RaLayout-content': { minWidth: 0 } } },
    },
    RaList: {
      styleOverrides: {
        root: { '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflowX: 'auto' } },
      },
    },
    RaShow: {
      styleOverrides: { root: { '& .RaShow-main': { minWidth: 0 }, '& .RaShow-card': { minWidth: 0 } } },
    },
    RaListToolbar: { styleOverrides: { root: { backgroundColor: 'transparent' } } },
    RaCreate: { styleOverrides: { root: { maxWidth: formWidth } } },
    RaEdit: { styleOverrides: { root: { maxWidth: formWidth } } },
    RaToolbar: {
      styleOverrides: {
        root: { backgroundColor: 'transparent', borderTop: `1px solid ${tone.line}` },
      },
    },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          margin: '1px 8px',
          padding: '5px 10px',
          borderRadius: 6,
          '&.RaMenuItemLink-active': {
            color: tone.primary,
            backgroundColor: tone.mode === 'light' ? '#e5f0ec' : '#22352f',
            fontWeight: 600,
          },
        },
      },
    },
    RaSidebar: {
      styleOverrides: {
        root: {
          '& .RaSidebar-fixed': { borderRight: `1px solid ${tone.line}`, backgroundColor: tone.paper },
        },
      },
    },
  };
}
