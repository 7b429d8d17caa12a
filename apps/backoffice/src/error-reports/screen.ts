/** Error reports: what went wrong with payments, and whether the error log knows. */
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { errorReports } from './collection';

export const errorReportScreen: Screen = {
  name: 'error-reports',
  icon: ReportProblemOutlined,
  group: 'money',
  roles: everybody,
  collection: errorReports,
  list: lazy(() => import('./error-report-list')),
};
