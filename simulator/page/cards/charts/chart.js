/** Charts of cards, whose specs are VChart's: VChart draws them. */
import { html } from 'htm/preact';
import { ChartCanvas } from './chart-canvas.js';
import { specOf, titleOf } from './chart-spec.js';

export const chart = (element) => html`<figure
	class="card-chart"
	role="img"
	aria-label=${`${specOf(element).type ?? ''} chart ${titleOf(element)}`}
>
	<${ChartCanvas} element=${element} />
</figure>`;
