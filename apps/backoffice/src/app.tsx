/** The back office as a whole: its screens within their layout, for whoever is signed in. */
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { CoreAdminUI, CustomRoutes, localStorageStore, Resource, type I18nProvider } from 'ra-core';
import {
  AccessDenied,
  AdminContext,
  AuthenticationError,
  Error as ErrorPage,
  LoadingPage,
  NotFound,
  Notification,
} from 'ra-ui-materialui';
import { lazy, type ReactNode } from 'react';
import { BrowserRouter, Route } from 'react-router-dom';
import { authProviderFor } from './access/auth-provider';
import { SignIn } from './access/sign-in';
import { Layout } from './look/layout';
import { darkTheme, lightTheme } from './look/theme';
import type { Screen } from './screen';
import { screens } from './screens';
import { dataProviderFor } from './server/data-provider';

const Home = lazy(() => import('./home/home'));

const byName = new Map(screens.map((screen) => [screen.name, screen]));

const authProvider = authProviderFor((role, name) => byName.get(name)?.roles.includes(role) ?? true);

const dataProvider = dataProviderFor((name) => {
  const collection = byName.get(name)?.collection;
  if (!collection) throw new Error(`No rows are known as ${name}`);
  return collection;
});

const store = localStorageStore('1', 'plaza');

/** What is shown in place of a screen. Signing in is our own, so that the forms of react-admin are not part of the first view. */
const pages = {
  accessDenied: AccessDenied,
  authenticationError: AuthenticationError,
  catchAll: () => <NotFound />,
  error: ErrorPage,
  loading: LoadingPage,
};

/** @param nonce by which the page lets our style elements pass */
export function App({ words, nonce }: { words: I18nProvider; nonce: string }) {
  return (
    <Styled nonce={nonce}>
      <BrowserRouter basename="/backoffice">
        <AdminContext
          i18nProvider={words}
          dataProvider={dataProvider}
          authProvider={authProvider}
          store={store}
          theme={lightTheme}
          lightTheme={lightTheme}
          darkTheme={darkTheme}
        >
          <CssBaseline enableColorScheme />
          <CoreAdminUI
            {...pages}
            dashboard={Home}
            layout={Layout}
            loginPage={SignIn}
            authCallbackPage={false}
            requireAuth
            disableTelemetry
            title="Plaza"
          >
            {screens.map(routesOf)}
          </CoreAdminUI>
          <Notification />
        </AdminContext>
      </BrowserRouter>
    </Styled>
  );
}

function Styled({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <CacheProvider value={createCache({ key: 'plaza', nonce, prepend: true })}>{children}</CacheProvider>
  );
}

function routesOf({ name, icon, page: Page, list, show, create, edit, titleOf }: Screen) {
  if (Page) {
    return (
      <CustomRoutes key={name}>
        <Route path={`/${name}/*`} element={<Page />} />
      </CustomRoutes>
    );
  }
  const views = {
    ...(list && { list }),
    ...(show && { show }),
    ...(create && { create }),
    ...(edit && { edit }),
  };
  return (
    <Resource
      key={name}
      name={name}
      icon={icon}
      {...views}
      {...(titleOf && { recordRepresentation: titleOf })}
    />
  );
}
