import { cardOf, isExpired } from '../../../state/cardEntities';
import { noteStreaming, showCard, streamingState } from './show';
import { awaitsAnswer } from '../../../state/cardTokens';
import { checkCard } from '../../../content/cardRules';
import { LIMITS } from '../../../content/cardSchema';
import { isObject, isSecond, type Json } from '../../../content/cardWalk';
import { PlatformError } from '../../../platform/envelope';
import { second } from '../../../platform/rate';
import { integer, required, text } from '../../../platform/validate';
import type { App } from '../../../state/apps';
import type { CardEntity } from '../../../state/cards';
import type { Store } from '../../../state/store';
import type { Call } from '../../../gateway/route';
import { asCardKitErrors, type CardKitCode, refuse } from './cardKitErrors';

export const SCOPES = ['cardkit:card:write'];
export const PARAMS = { card_id: required(text({ max: 20 })) };
export const ELEMENT_PARAMS = { ...PARAMS, element_id: required(text({ max: 20 })) };
/** What every change carries. */
export const ORDER = { uuid: text({ max: 64 }), sequence: required(integer({ min: 1, max: 2_147_483_647 })) };

/** Changes of one entity, by all its endpoints. Source: …/cardkit-v1/streaming-updates-openapi-overview */
const CHANGES = [second(10)];

export function parseJson(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		throw refuse(
			200220,
			'ErrCode: 200621; ErrMsg: parse card json err, please check whether the card json is correct; ',
		);
	}
}

export function parseObject(json: string): Json {
	const parsed = parseJson(json);
	if (!isObject(parsed)) throw refuse(200220);
	return parsed;
}

/** A card that may become an entity's; `failure` for what the card service refuses without a code of its own. */
export function checkEntityCard(
	store: Store,
	app: Pick<App, 'app_id'>,
	card: Json,
	failure: CardKitCode = 200220,
): void {
	if (Object.keys(card).length === 0) throw refuse(300307);
	if (!isSecond(card)) throw refuse(300303);
	if (Buffer.byteLength(JSON.stringify(card)) > LIMITS.bytes) throw refuse(200860);
	asCardKitErrors(failure, () => checkCard(card, { store, app }));
}

/** The entity, if the app may use it now: 200740, 300311, 200750, 99991400. */
function usableEntity({ platform: { store, rate }, app }: Pick<Call, 'platform' | 'app'>, cardId = ''): CardEntity {
	const entity = store.cards.entities.get(cardId);
	if (!entity) throw refuse(200740);
	if (entity.app_id !== app.app_id) throw refuse(300311);
	if (isExpired(store, entity)) throw refuse(200750);
	if (!rate.allows(`card ${cardId}`, CHANGES))
		throw new PlatformError(99991400, 'request trigger frequency limit', {
			http: 429,
			headers: { 'x-ogw-ratelimit-limit': '10', 'x-ogw-ratelimit-reset': '1' },
		});
	return entity;
}

interface Change {
	/** The code for what the changed card is refused for. */
	failure: CardKitCode;
	/** Text in streaming mode: 300309 or 200850 without it. */
	streamed?: boolean;
	/** Gives the new card; the one it gets is its own to change. */
	edit: (card: Json) => Json;
}

const streamingMode = (card: Json) => (card.config as Json | undefined)?.streaming_mode === true;

/**
 * One change of an entity: everything or nothing of it. A `uuid` that was used before is 200770, a `sequence` that is not
 * larger than that of the last change 300317; a refused change uses up neither.
 */
export function changeCard(
	call: Pick<Call, 'platform' | 'app' | 'params'>,
	{ uuid, sequence }: { uuid?: string; sequence: number },
	{ failure, streamed = false, edit }: Change,
): { data: object } {
	const { store } = call.platform;
	const entity = usableEntity(call, call.params.card_id);
	if (uuid && entity.uuids.has(uuid)) throw refuse(200770);
	if (sequence <= entity.sequence) throw refuse(300317);
	if (entity.message_id !== undefined && awaitsAnswer(store, entity.message_id)) throw refuse(200810);
	const state = streamingState(store, entity);
	if (streamed && state !== 'open') throw refuse(state === 'closed' ? 300309 : 200850);
	const before = cardOf(store, entity);
	const card = edit(structuredClone(before));
	checkEntityCard(store, call.app, card, failure);
	entity.sequence = sequence;
	if (uuid) entity.uuids.add(uuid);
	if (card.config !== undefined && streamingMode(card) !== streamingMode(before)) noteStreaming(store, entity, card);
	showCard(store, entity, card);
	return { data: {} };
}
