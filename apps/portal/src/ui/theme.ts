import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** One accent: harbour green. Index 7 carries white text at 7:1 and stands on white at 7:1. */
const harbour: MantineColorsTuple = [
  '#e8f6f3',
  '#d0ebe5',
  '#a3d7cc',
  '#72c1b1',
  '#48ad99',
  '#25907d',
  '#137a69',
  '#0b5a52',
  '#08463f',
  '#05322d',
];

const chinese = "'Noto Sans SC', 'Noto Sans TC', 'PingFang SC', 'PingFang TC', 'Microsoft YaHei', 'Microsoft JhengHei'";

export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 6 },
  colors: { harbour },
  autoContrast: true,
  fontFamily: `'Inter Variable', Inter, system-ui, ${chinese}, sans-serif`,
  fontFamilyMonospace: `'JetBrains Mono', ui-monospace, 'Cascadia Mono', Menlo, Consolas, ${chinese}, monospace`,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'always',
  headings: {
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
});
