/** Boards in documents: diagrams from their code, and pictures of them. */
import { type DocFixture, newDoc, startDoc } from '../../support/conformance/docs';

let fixture: DocFixture;
let board: string;
beforeAll(async () => {
	fixture = await startDoc();
});
beforeEach(async () => {
	fixture = await newDoc(fixture);
	const [block] = await fixture.add([{ block_type: 43, board: { width: 300, height: 200 } }]);
	board = (block as unknown as { board: { token: string } }).board.token;
});
afterAll(() => fixture.simulator.close());

const draw = (plant_uml_code: string, more: object = { syntax_type: 2 }, headers?: Record<string, string>) =>
	fixture.http.post(`/open-apis/board/v1/whiteboards/${board}/nodes/plantuml`, { plant_uml_code, ...more }, headers);
const path = () => ({ whiteboard_id: board });

it('a board gets a diagram, and gives a picture of it', async () => {
	const address = `/open-apis/board/v1/whiteboards/${board}/download_as_image`;
	expect(await fixture.http.get(address)).toMatchObject({ code: 2890003, status: 400 });
	const { data } = await draw('graph TD\nA-->B');
	expect(data.node_id).toMatch(/^\w+:\d+$/);
	const nodes = await fixture.sdk.board.v1.whiteboardNode.list({ path: path() });
	expect(nodes.data?.nodes).toMatchObject([{ id: data.node_id, type: 'syntax' }]);
	const picture = await fixture.sdk.board.v1.whiteboard.downloadAsImage({ path: path() });
	expect(picture.headers).toMatchObject({ 'content-type': 'image/png' });
	const uml = '@startuml\nA -> B\n@enduml';
	expect((await draw(uml, { syntax_type: 1, style_type: 2, diagram_type: 0 })).code).toBe(0);
});

it.each<[string, string, object, number, number]>([
	['without its kind', 'graph TD', {}, 2890002, 400],
	['of PlantUML that does not begin', 'A -> B', { syntax_type: 1 }, 2890002, 400],
	['with braces in a label', 'graph TD\nA["{x}"]', { syntax_type: 2 }, 2891001, 500],
	['with things side by side', 'sequenceDiagram\n  par a\n  end', { syntax_type: 2 }, 2891001, 500],
	['that is large', `graph TD\n${'A-->B\n'.repeat(10_000)}`, { syntax_type: 2 }, 2891001, 500],
])('a diagram is refused %s', async (_what, code, more, refused, status) => {
	expect(await draw(code, more)).toMatchObject({ code: refused, status });
});

it('nobody sees more of a board than of its document', async () => {
	const person = await fixture.as(fixture.members[0] ?? '');
	expect(await draw('graph TD', { syntax_type: 2 }, person)).toMatchObject({ code: 2890005, status: 403 });
	board = 'nothing';
	expect(await draw('graph TD')).toMatchObject({ code: 2890003, status: 400 });
});
