import type { ClickableOf, ColumnOf, ColumnsOf, ElementsBlock, PanelOf } from './containers';
import type {
	AudioBlock,
	ChartBlock,
	DividerBlock,
	FieldsBlock,
	ImageBlock,
	ImagesBlock,
	MarkdownBlock,
	NoteBlock,
	PeopleBlock,
	PersonBlock,
	TableBlock,
} from './contents';
import type {
	ButtonsBlock,
	CheckboxBlock,
	DateBlock,
	FormOf,
	InputBlock,
	MenuBlock,
	PicturesBlock,
	SelectBlock,
} from './controls';
import type { CardFrame } from './frame';

export type * from './common';
export type * from './contents';
export type * from './controls';
export type * from './frame';
export type { ElementsBlock } from './containers';

/**
 * A card in plain values, from which `buildCard` makes card JSON 2.0. Values come from fields that people fill in and
 * from expressions, so every builder checks what it gets.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 */
export interface CardSpec extends CardFrame {
	blocks: readonly Block[];
}

export type PanelBlock = PanelOf<Block>;
export type CardColumn = ColumnOf<Block>;
export type ColumnsBlock = ColumnsOf<Block>;
export type ClickableBlock = ClickableOf<Block>;
export type FormBlock = FormOf<Block>;

export type Block =
	| MarkdownBlock
	| FieldsBlock
	| ImageBlock
	| ImagesBlock
	| DividerBlock
	| TableBlock
	| NoteBlock
	| PeopleBlock
	| PersonBlock
	| ChartBlock
	| AudioBlock
	| ButtonsBlock
	| MenuBlock
	| SelectBlock
	| DateBlock
	| InputBlock
	| PicturesBlock
	| CheckboxBlock
	| FormBlock
	| PanelBlock
	| ColumnsBlock
	| ClickableBlock
	| ElementsBlock;

export type BlockType = Block['type'];
export type BlockOf<Type extends BlockType> = Extract<Block, { type: Type }>;
