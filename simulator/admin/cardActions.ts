import type { FastifyInstance } from 'fastify';
import { clickCard, type CardAction } from '../events/callbacks';
import type { Platform } from '../gateway/platform';

/** Clicks in cards; answers when the app has answered, with what the client then shows. */
export function cardActionRoutes(server: FastifyInstance, platform: Platform): void {
	server.post<{ Params: { message_id: string }; Body: { open_id: string; action: CardAction } }>(
		'/_sim/messages/:message_id/card-actions',
		async ({ params, body }) => {
			const { delivery, ...outcome } = await clickCard(platform, { ...params, ...body });
			return { ...outcome, event_id: delivery.event_id };
		},
	);
}
