import type { CardEntity } from '../store';
import { entityOf } from '../card-entities';
import { asMessageErrors, CardProblem } from './card-problem';
import { checkCard } from './card-rules';
import { simplified } from './card-simplified';
import { resolveTemplate } from './card-template';
import type { Json } from './card-walk';
import type { Acceptor, ContentContext } from './types';

export { isSecond } from './card-walk';

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
	const { content, store, app } = context;
	return asMessageErrors(() => {
		if (content.type === 'card') {
			const { card, card_id } = unsentEntity(content.data, context);
			return { content: simplified(card), card, card_id };
		}
		const card = content.type === 'template' ? resolveTemplate(content.data, store) : content;
		checkCard(card, { store, app });
		return { content: simplified(card), card };
	});
};
