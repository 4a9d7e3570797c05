import { text, type JsonObject } from '../../../../feishu/json';
import { plainText } from '../../../../feishu/markdown';
import type { Input } from './inputs';
import type { Wait } from './state';

/** n8n serves the pages of workflows without access to its own cookies. */
export const SANDBOX =
	'sandbox allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-presentation allow-scripts allow-top-navigation-by-user-activation';

/** A page with a heading and a line. Both are our own words. */
export function page(title: string, line: string): string {
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; }
body { display: grid; place-items: center; min-height: 90vh; margin: 0; font: 16px/1.5 system-ui, sans-serif; text-align: center; }
main { padding: 24px; }
h1 { font-size: 20px; font-weight: 600; }
</style>
</head>
<body><main><h1>${title}</h1><p>${line}</p></main></body>
</html>`;
}

export const RECORDED = page('Got it, thanks', 'This page can be closed now.');
export const OVER = page('Nothing to answer', 'This has been answered already, or the time for it is over.');
export const IN_THE_CHAT = page('Answer in the chat', 'This question takes its answer in the card only.');

/** @param problem a sentence */
export const badForm = (problem: string) => page('Open the link again', escapeHtml(problem));

/** What fetches addresses to look at them, and must not decide anything. */
const LOOKERS =
	/(?<!cu)bot(?:\b|\/)|crawl|spider|preview|slurp|facebookexternalhit|whatsapp|skype|teams|headless|curl|wget|python|go-http|java\/|axios|node-fetch|undici|okhttp/i;

/** Whether a request comes from a program that looks at links, or names no browser at all. */
export function isLooker(userAgent: string | undefined): boolean {
	return !userAgent || LOOKERS.test(userAgent);
}

/** What n8n's own form page takes. */
export function formPage({ question, inputs, labels }: Wait): JsonObject {
	const words = question.words.map(({ content }) => plainText(String(content ?? ''))).join('\n');
	return {
		testRun: false,
		formTitle: question.title,
		formDescription: escapeHtml(words),
		formDescriptionMetadata: words.slice(0, 150),
		formSubmittedHeader: 'Got it, thanks',
		formSubmittedText: 'This page can be closed now',
		formFields: inputs.map(pageField),
		appendAttribution: false,
		buttonLabel: labels.answer,
	};
}

function pageField(input: Input, index: number): JsonObject {
	const id = `field-${index}`;
	return {
		id,
		errorId: `error-${id}`,
		label: input.label,
		inputRequired: input.required ? 'form-required' : '',
		defaultValue: '',
		placeholder: '',
		...pageInput(input, id),
	};
}

function pageInput({ kind, options = [] }: Input, id: string): JsonObject {
	const choices = (labels: readonly string[]) => ({
		isMultiSelect: true,
		multiSelectOptions: labels.map((label, index) => ({ id: `option${index}_${id}`, label })),
	});
	if (kind === 'multiline') return { isTextarea: true };
	if (kind === 'select') return { isSelect: true, selectOptions: options.map(({ text }) => text) };
	if (kind === 'multiSelect') return choices(options.map(({ text }) => text));
	if (kind === 'checkbox') return choices(['Yes']);
	return { isInput: true, type: kind === 'date' ? 'date' : 'text' };
}

/** What n8n's form page sent, by the names of the inputs; choices by their values. */
export function formAnswers(inputs: readonly Input[], sent: JsonObject): JsonObject {
	return Object.fromEntries(inputs.map((input, index) => [input.name, pageValue(input, sent[`field-${index}`])]));
}

function pageValue({ kind, options = [] }: Input, value: unknown): unknown {
	const valueOf = (label: unknown) => options.find(({ text }) => text === label)?.value ?? label;
	if (kind === 'select') return valueOf(text(value));
	if (kind === 'checkbox') return list(value).length > 0;
	if (kind === 'multiSelect') return list(value).map(valueOf);
	return text(value);
}

/** The page sends what was ticked as JSON. */
function list(value: unknown): unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	try {
		const parsed: unknown = JSON.parse(String(value));
		return Array.isArray(parsed) ? (parsed as unknown[]) : [];
	} catch {
		return [];
	}
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
