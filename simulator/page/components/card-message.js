/** A card in the conversation: what was typed into it, the callback under way, and the question before one. */
import { html } from 'htm/preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { interactive } from '../cards/card.js';
import { wordsOf } from '../cards/text.js';

/** Message id → what its fields hold; outlives the drawing, so that another chat in between loses nothing. */
const drafts = new Map();

/**
 * The fields of a card. A value counts as long as the card's own first value for that field is the same:
 * an update that sets another one shows it, any other update leaves alone what was typed.
 */
function useFields(messageId) {
	const [fields, setFields] = useState(() => drafts.get(messageId) ?? new Map());
	const change = (update) =>
		setFields((before) => {
			const after = new Map(before);
			update(after);
			drafts.set(messageId, after);
			return after;
		});
	return {
		fields,
		value(key, initial) {
			const kept = fields.get(key);
			return kept && kept.initial === JSON.stringify(initial) ? kept.value : initial;
		},
		set: (key, value, initial) => change((map) => map.set(key, { value, initial: JSON.stringify(initial) })),
		reset: (keys) => change((map) => keys.forEach((key) => map.delete(key))),
	};
}

function Question({ confirm, onYes, onNo }) {
	const close = (event) => event.key === 'Escape' && onNo();
	return html`<div class="card-question" role="dialog" aria-modal="true" aria-label=${wordsOf(confirm.title)} onKeyDown=${close}>
		<div class="question-box">
			<strong>${wordsOf(confirm.title)}</strong>
			${wordsOf(confirm.text) && html`<p>${wordsOf(confirm.text)}</p>`}
			<div class="question-buttons">
				<button type="button" class="card-button button-default" data-test-id="confirm-no" onClick=${onNo}>Cancel</button>
				<button type="button" class="card-button button-primary-filled" data-test-id="confirm-yes" autofocus ref=${(button) => button?.focus()} onClick=${onYes}>Confirm</button>
			</div>
		</div>
	</div>`;
}

/** `onAction(message, action)` sends a callback and settles when the app has answered. */
export function CardMessage({ content, ctx, onAction }) {
	const { message } = ctx;
	const { fields, value, set, reset } = useFields(message.message_id);
	const [wrong, setWrong] = useState([]);
	const [busy, setBusy] = useState(undefined);
	const [question, setQuestion] = useState(undefined);
	// A new card answers the question that the old one asked.
	useEffect(() => setQuestion(undefined), [content]);

	const run = async (key, action) => {
		setQuestion(undefined);
		setBusy(key);
		try {
			await onAction(message, action);
		} finally {
			setBusy(undefined);
		}
	};
	const card = {
		value,
		reset(keys) {
			setWrong([]);
			reset(keys);
		},
		set(key, next, initial) {
			setWrong(wrong.filter((one) => one !== key));
			set(key, next, initial);
		},
		complain: setWrong,
		act: (key, confirm, action) => (confirm ? setQuestion({ key, confirm, action }) : run(key, action)),
		wrong,
		busy,
	};
	// Redrawn only when something of it has changed: other messages stream while this one stands still.
	const drawn = useMemo(
		() => interactive(content, { ...ctx, card }),
		[content, fields, wrong, busy, ctx.directory, ctx.dark, onAction],
	);
	return html`${drawn}${question && html`<${Question} confirm=${question.confirm} onYes=${() => run(question.key, question.action)} onNo=${() => setQuestion(undefined)} />`}`;
}
