import { newCardEntity } from '../../../state/cardEntities';
import { resolveTemplate } from '../../../content/cardTemplate';
import { isSecond } from '../../../content/cardWalk';
import { nested, oneOf, required, text } from '../../../platform/validate';
import { isSender } from '../../../state/operator';
import { reachableMessage } from '../access';
import { defineRoute } from '../../../gateway/route';
import { changeCard, checkEntityCard, ORDER, PARAMS, parseJson, parseObject, SCOPES } from './change';
import { applyActions, updateSettings } from './edits';
import { asCardKitErrors, refuse } from './cardKitErrors';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/create and its neighbors. */
export const cardRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/cardkit/v1/cards',
		scopes: SCOPES,
		body: { type: required(oneOf(['card_json', 'template'])), data: required(text({ max: 3_000_000 })) },
		handle({ platform: { store }, app, body }) {
			const data = parseObject(body.data);
			const card = body.type === 'template' ? asCardKitErrors(200220, () => resolveTemplate(data, store)) : data;
			checkEntityCard(store, app, card);
			return { data: { card_id: newCardEntity(store, app, card).card_id } };
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/open-apis/cardkit/v1/cards/:card_id',
		scopes: SCOPES,
		params: PARAMS,
		body: {
			card: required(nested({ type: required(oneOf(['card_json'])), data: required(text({ max: 1_000_000 })) })),
			...ORDER,
		},
		handle: (call) => changeCard(call, call.body, { failure: 200220, edit: () => parseObject(call.body.card.data) }),
	}),
	defineRoute({
		method: 'PATCH',
		path: '/open-apis/cardkit/v1/cards/:card_id/settings',
		scopes: SCOPES,
		params: PARAMS,
		body: { settings: required(text({ max: 100_000 })), ...ORDER },
		handle: (call) =>
			changeCard(call, call.body, {
				failure: 300122,
				edit(card) {
					updateSettings(card, parseJson(call.body.settings), call.platform.store.settings.bareCardSettings);
					return card;
				},
			}),
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/cardkit/v1/cards/:card_id/batch_update',
		scopes: SCOPES,
		params: PARAMS,
		body: { actions: required(text({ max: 1_000_000 })), ...ORDER },
		handle: (call) =>
			changeCard(call, call.body, {
				failure: 200220,
				edit(card) {
					applyActions(card, parseJson(call.body.actions), call.platform.store.settings);
					return card;
				},
			}),
	}),
	/** The entity of a message's card; one is made for a card that was sent without. */
	defineRoute({
		method: 'POST',
		path: '/open-apis/cardkit/v1/cards/id_convert',
		scopes: ['cardkit:card:read'],
		body: { message_id: required(text({ max: 50 })) },
		handle({ platform: { store }, app, by, body }) {
			const { message } = reachableMessage(store, by, body.message_id);
			if (!isSender(message, by)) throw refuse(300311);
			if (!message.card) throw refuse(10002);
			if (!isSecond(message.card)) throw refuse(300303);
			const known = [...store.cards.entities.values()].find((entity) => entity.message_id === message.message_id);
			return { data: { card_id: (known ?? newCardEntity(store, app, message.card, message)).card_id } };
		},
	}),
];
