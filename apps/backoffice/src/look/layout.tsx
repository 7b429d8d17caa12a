/** What is around every screen: the bar with language, light or dark and the person, and the menu of what their role may use. */
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useGetIdentity, useLogout, usePermissions, useTranslate } from 'ra-core';
import {
  AppBar,
  Layout as AdminLayout,
  LocalesMenuButton,
  Menu as AdminMenu,
  MenuItemLink,
  RefreshIconButton,
  TitlePortal,
  ToggleThemeButton,
  UserMenu,
  useSidebarState,
  type LayoutProps,
} from 'ra-ui-materialui';
import { useEffect } from 'react';
import type { Role } from '../access/auth-provider';
import { session } from '../access/session';
import { menuGroups, type MenuGroup, type Screen } from '../screen';
import { screens } from '../screens';
import { useWords } from '../words/translate';

export function Layout(props: LayoutProps) {
  useSignedOutElsewhere();
  return <AdminLayout {...props} appBar={Bar} menu={Menu} appBarAlwaysOn />;
}

/** A session that ends, here or in another tab, leaves nothing on the screen. */
function useSignedOutElsewhere(): void {
  const logout = useLogout();
  useEffect(() => session.onEnd(() => void logout()), [logout]);
}

function Bar() {
  return (
    <AppBar color="inherit" alwaysOn toolbar={<Tools />} userMenu={<Person />}>
      <Typography
        component="span"
        sx={{ fontWeight: 700, color: 'primary.main', mr: 2, display: { xs: 'none', sm: 'inline' } }}
      >
        Plaza
      </Typography>
      <TitlePortal component="h1" variant="h6" />
    </AppBar>
  );
}

/** A phone has room for the title or for the name of the language; who hears it is told both. */
const wordlessOnPhone = ({ breakpoints }: Theme) => ({
  [breakpoints.only('xs')]: { '& .MuiButton-root': { fontSize: 0, minWidth: 0 } },
});

function Tools() {
  return (
    <>
      <Box sx={wordlessOnPhone}>
        <LocalesMenuButton />
      </Box>
      <ToggleThemeButton />
      <RefreshIconButton color="inherit" />
    </>
  );
}

/** Called by what is read on it, so that those who hear it or speak to it find it by the same words. */
function Person() {
  const { identity } = useGetIdentity();
  return <UserMenu label={identity?.fullName ?? 'ra.auth.user_menu'} />;
}

function Menu() {
  const words = useWords();
  const { permissions } = usePermissions<Role>();
  const mine = screens.filter(({ roles, hidden }) => permissions && roles.includes(permissions) && !hidden);
  return (
    <Box component="nav" aria-label={words('plaza.menu.title')}>
      <AdminMenu sx={{ pt: 1 }}>
        <MenuItemLink
          to="/"
          primaryText={words('plaza.menu.home')}
          leftIcon={<HomeOutlined fontSize="small" />}
        />
        {menuGroups.map((group) => (
          <Group key={group} group={group} screens={mine.filter((screen) => screen.group === group)} />
        ))}
      </AdminMenu>
    </Box>
  );
}

function Group({ group, screens: shown }: { group: MenuGroup; screens: readonly Screen[] }) {
  const words = useWords();
  const translate = useTranslate();
  const [open] = useSidebarState();
  if (shown.length === 0) return null;
  const title = words(`plaza.menu.${group}`);
  return (
    <Box role="group" aria-label={title}>
      <Typography
        variant="caption"
        component="div"
        aria-hidden
        sx={{ px: 2.5, pt: 1.5, pb: 0.5, color: 'text.secondary', visibility: open ? 'visible' : 'hidden' }}
      >
        {title}
      </Typography>
      {shown.map(({ name, icon: Icon }) => (
        <MenuItemLink
          key={name}
          to={`/${name}`}
          primaryText={translate(`resources.${name}.name`, { smart_count: 2 })}
          leftIcon={<Icon fontSize="small" />}
        />
      ))}
    </Box>
  );
}
