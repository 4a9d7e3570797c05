import { type Call, defineRoute } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import { anything, integer, required, text, texts } from '../../platform/validate';
import type { Permission } from '../../state/bases';
import type { Board, BoardNode } from '../../state/boards';
import { isEnough, permissionIn } from '../../state/permission';

const ONE = '/open-apis/board/v1/whiteboards/:whiteboard_id';
const READ = ['board:whiteboard:node:read'];
const WRITE = ['board:whiteboard:node:create'];
const MAX_CODE = 1_000_000;
/** Characters of Mermaid above which the platform gave up for those who tried. */
const MUCH = 50_000;
/** What its reader of Mermaid does not bear: braces in a label in quotes, and things that go on side by side. */
const UNREADABLE = /"[^"\n]*[{}][^"\n]*"|^\s*par\b/m;
const MERMAID = 2;

const refusal =
	(code: number, msg: string, http = 400) =>
	() =>
		new PlatformError(code, msg, { http });
const refused = {
	invalid: refusal(2890002, 'invalid arg'),
	missing: refusal(2890003, 'record missing'),
	forbidden: refusal(2890005, 'forbidden', 403),
	failed: refusal(2891001, 'server internal error', 500),
};

/** A picture of what is on it: of one pixel, for nobody looks at it. */
const PICTURE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

/** A board that the caller may see, or change, as they may the document that it is in. */
function boardOf({ platform, by, params }: Pick<Call, 'platform' | 'by' | 'params'>, needed: Permission): Board {
	const { store } = platform;
	const board = store.boards.all.get(params.whiteboard_id ?? '');
	const document = board && store.docs.all.get(board.document_id);
	if (!document) throw refused.missing();
	const permission = permissionIn(store, document.document_id, document, by);
	if (!permission || !isEnough(permission, needed)) throw refused.forbidden();
	return board;
}

function addNode(board: Board, node: Readonly<Record<string, unknown>>): BoardNode {
	board.made += 1;
	const made: BoardNode = { type: 'composite_shape', ...node, id: `o1:${board.made}` };
	board.nodes.push(made);
	return made;
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/board-v1/whiteboard-node/create_plantuml and its neighbors */
export const boardRoutes = [
	defineRoute({
		method: 'GET',
		path: `${ONE}/nodes`,
		tokens: BOTH,
		scopes: READ,
		tier: 7,
		handle: (call) => ({ data: { nodes: boardOf(call, 'view').nodes } }),
	}),
	defineRoute({
		method: 'POST',
		path: `${ONE}/nodes`,
		tokens: BOTH,
		scopes: WRITE,
		tier: 9,
		query: { client_token: text(), user_id_type: text() },
		body: { nodes: required(anything()) },
		handle(call) {
			const board = boardOf(call, 'edit');
			const { nodes } = call.body;
			if (!Array.isArray(nodes) || nodes.length === 0) throw refused.invalid();
			return { data: { ids: nodes.map((node: BoardNode) => addNode(board, node).id), client_token: '' } };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: `${ONE}/nodes/batch_delete`,
		tokens: BOTH,
		scopes: ['board:whiteboard:node:delete'],
		tier: 8,
		body: { ids: texts({ min: 1, max: 100 }) },
		handle(call) {
			const board = boardOf(call, 'edit');
			const { ids = [] } = call.body;
			if (ids.some((id) => !board.nodes.some((node) => node.id === id))) throw refused.missing();
			board.nodes = board.nodes.filter(({ id }) => !ids.includes(id));
			return { data: {} };
		},
	}),
	// Drawn as nodes, or as one picture whose code can be changed later.
	defineRoute({
		method: 'POST',
		path: `${ONE}/nodes/plantuml`,
		tokens: BOTH,
		scopes: WRITE,
		tier: 6,
		body: {
			plant_uml_code: required(text({ max: MAX_CODE })),
			syntax_type: integer({ min: 0, max: 3 }),
			style_type: integer({ min: 1, max: 2 }),
			diagram_type: integer({ min: 0, max: 201 }),
		},
		handle(call) {
			const board = boardOf(call, 'edit');
			const { plant_uml_code: code, syntax_type: syntax, style_type: style = 2 } = call.body;
			if (!syntax) throw refused.invalid();
			if (syntax === MERMAID && (code.length > MUCH || UNREADABLE.test(code))) throw refused.failed();
			if (syntax !== MERMAID && !/@start\w+/.test(code)) throw refused.invalid();
			const drawn = { syntax: { syntax_type: syntax, style_type: syntax === MERMAID ? 1 : style, code } };
			const { id } = addNode(board, { type: 'syntax', ...drawn });
			call.platform.store.changed();
			return { data: { node_id: id } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${ONE}/download_as_image`,
		tokens: BOTH,
		scopes: READ,
		tier: 9,
		handle(call) {
			if (boardOf(call, 'view').nodes.length === 0) throw refused.missing();
			return { bytes: PICTURE, contentType: 'image/png', name: 'whiteboard.png', range: call.range };
		},
	}),
];
