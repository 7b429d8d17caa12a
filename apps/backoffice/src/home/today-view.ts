/** How the shop stands, as the panels of the home screen are given it. */
import type { Schema } from '@plaza/client';

export type TodayView = Schema<'TodayAnswer'>;

export interface TodayProps {
  view: TodayView;
}
