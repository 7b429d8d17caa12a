/** Every change of an order's status, first to last; told as it happens for as long as the order is looked at. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRefresh } from 'ra-core';
import { Status } from '../look/fields';
import { useFormats } from '../look/formats';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useEventStream } from '../server/event-stream';

export function OrderCourse({ id }: { id: string }) {
  const formats = useFormats();
  const queries = useQueryClient();
  const refresh = useRefresh();
  const queryKey = ['order-history', id];
  const history = useQuery({
    queryKey,
    queryFn: () => told(api.GET('/v1/orders/{id}/history', { params: { path: { id } } })),
  });
  const known = history.data?.items.length ?? 0;
  // The stream tells every change from the first on: those that are on the screen are no news.
  useEventStream(history.isSuccess ? `/v1/orders/${id}/events` : undefined, ({ id: version }) => {
    if (Number(version) <= known) return;
    void queries.invalidateQueries({ queryKey });
    refresh();
  });
  return (
    <Answer query={history}>
      {({ items }) => (
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {items.map(({ at, to, actor, reason }) => (
            <Box
              component="li"
              key={`${at} ${to}`}
              sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}
            >
              <Typography variant="body2" color="textSecondary" sx={{ minWidth: 150 }}>
                {formats.instant(at)}
              </Typography>
              <Status value={to} words="resources.orders.statuses" />
              <Typography variant="body2">{actor?.kind}</Typography>
              <Typography variant="body2">{reason}</Typography>
            </Box>
          ))}
        </Box>
      )}
    </Answer>
  );
}
