import type { CardEntity } from '../state/cards';
import { entityOf } from '../state/cardEntities';
import { asMessageErrors, CardProblem } from './cardProblem';
import { checkCard } from './cardRules';
import { simplified } from './cardSimplified';
import { resolveTemplate } from './cardTemplate';
import type { Json } from './cardWalk';
import type { Acceptor, ContentContext } from './types';

export { isSecond } from './cardWalk';

/** The entity that a message shall show. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/create */
function unsentEntity(data: unknown, { store, app }: ContentContext): CardEntity {
	const id = (data as Json | undefined)?.card_id;
	const entity = entityOf(store, String(id));
	// One message for one entity, sent by the app that made it.
	if (!entity || entity.app_id !== app.app_id || entity.message_id !== undefined)
		throw new CardProblem(11310, 'cardid is invalid', String(id));
	return entity;
}

/** Card JSON 1.0 or 2.0, a template, or a card entity. */
export const acceptCard: Acceptor = (context) => {
	const { content, store, app, isHook } = context;
	const mention = (id: string) => context.mentions.named(id);
	return asMessageErrors(() => {
		if (content.type === 'card') {
			const { card, card_id } = unsentEntity(content.data, context);
			return { content: simplified(card, mention), card, card_id };
		}
		const card = content.type === 'template' ? resolveTemplate(content.data, store) : content;
		checkCard(card, { store, app, isHook });
		return { content: simplified(card, mention), card };
	});
};
