import { ownRoom } from '../calendars';
import { LIMIT, type Cases } from './common';

export const room: Cases = {
	getAll: {
		parameters: (p) => (
			ownRoom(p, { name: 'Lagoon' }),
			{ roomFilters: { roomName: 'lagoon' }, returnAll: false, limit: 1 }
		),
		refused: [
			...LIMIT,
			[{ roomFilters: { seats: 0 } }, 'Seats'],
			[{ roomFilters: { freeUntil: '2026-12-01T09:00:00Z' } }, 'Free From'],
			[{ roomFilters: { freeFrom: '2026-12-01T09:00:00Z', freeUntil: '2026-12-01T09:00:00Z' } }, 'Free Until'],
		],
	},
};
