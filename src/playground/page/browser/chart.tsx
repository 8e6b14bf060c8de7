import type { Chart as ChartData, Point, Series } from '../../double/blocks.ts';

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 30;
const TOP = 12;
const ROOM = { width: WIDTH - LEFT - 12, height: HEIGHT - TOP - BOTTOM };

type Lines = Exclude<ChartData, { type: 'pie' }>;

/** Drawn for the eye, and the same numbers as a table for those who listen. */
export function Chart({ title, chart }: { title: string; chart: ChartData }) {
  const series = chart.type === 'pie' ? [{ name: title, data: chart.segments }] : chart.series;
  const names =
    chart.type === 'pie' ? chart.segments.map(({ label }) => label) : series.map(({ name }) => name);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {chart.type === 'pie' ? <Pie segments={chart.segments} /> : <Plot chart={chart} />}
      </svg>
      {names.length > 1 && (
        <ul class="legend" aria-hidden="true">
          {names.map((name, index) => (
            <li key={name}>
              <i class={`swatch s${index % 6}`} />
              {name}
            </li>
          ))}
        </ul>
      )}
      {/* A table is as high as its rows, whatever it is told. */}
      <div class="unseen">
        <Table title={title} series={series} />
      </div>
    </figure>
  );
}

function Table({ title, series }: { title: string; series: Series[] }) {
  const labels = [...new Set(series.flatMap(({ data }) => data.map(({ label }) => label)))];
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <td />
          {series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {series.map(({ name, data }) => (
              <td key={name}>{valueAt(data, label)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const valueAt = (data: Point[], label: string) => data.find((one) => one.label === label)?.value;

/** A round number not below the highest value, and its half, so that the scale can be read. */
function scaleOf(values: number[]): number {
  const highest = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 4, 5, 10].map((one) => one * power).find((one) => one >= highest) ?? highest;
}

function Plot({ chart: { type, series, axis_config: axes } }: { chart: Lines }) {
  const { categories, x_label: xLabel, y_label: yLabel } = axes;
  const top = scaleOf(series.flatMap(({ data }) => data.map(({ value }) => value)));
  const step = ROOM.width / categories.length;
  const y = (value: number) => TOP + ROOM.height * (1 - value / top);
  const x = (index: number) => LEFT + step * (index + 0.5);
  return (
    <>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line class="grid" x1={LEFT} x2={WIDTH - 12} y1={y(value)} y2={y(value)} />
          <text class="tick" x={LEFT - 6} y={y(value) + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {categories.map((label, index) => (
        <text key={label} class="tick" x={x(index)} y={HEIGHT - BOTTOM + 14} text-anchor="middle">
          {label}
        </text>
      ))}
      {series.map(({ name, data }, nth) => {
        const points = categories.map((label, index) => ({ x: x(index), y: y(valueAt(data, label) ?? 0) }));
        if (type === 'bar')
          return <Bars key={name} points={points} nth={nth} of={series.length} step={step} />;
        return <Curve key={name} points={points} nth={nth} isFilled={type === 'area'} />;
      })}
      {xLabel !== undefined && (
        <text class="tick" x={LEFT + ROOM.width / 2} y={HEIGHT - 3} text-anchor="middle">
          {xLabel}
        </text>
      )}
      {yLabel !== undefined && (
        <text
          class="tick"
          transform={`translate(11 ${TOP + ROOM.height / 2}) rotate(-90)`}
          text-anchor="middle"
        >
          {yLabel}
        </text>
      )}
    </>
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function Bars({ points, nth, of: count, step }: { points: Spot[]; nth: number; of: number; step: number }) {
  const width = Math.min(36, (step * 0.7) / count);
  const floor = TOP + ROOM.height;
  return (
    <g class={`fill s${nth % 6}`}>
      {points.map((spot) => (
        <rect
          key={spot.x}
          x={spot.x - (width * count) / 2 + width * nth}
          y={spot.y}
          width={Math.max(2, width - 2)}
          height={floor - spot.y}
          rx="2"
        />
      ))}
    </g>
  );
}

function Curve({ points, nth, isFilled }: { points: Spot[]; nth: number; isFilled: boolean }) {
  const line = points.map((spot) => `${spot.x},${spot.y}`).join(' ');
  const floor = TOP + ROOM.height;
  const area = `${points[0]?.x ?? 0},${floor} ${line} ${points.at(-1)?.x ?? 0},${floor}`;
  return (
    <g class={`s${nth % 6}`}>
      {isFilled && <polygon class="area" points={area} />}
      <polyline class="curve" points={line} />
      {points.map((spot) => (
        <circle key={spot.x} class="dot" cx={spot.x} cy={spot.y} r="3.5" />
      ))}
    </g>
  );
}

function Pie({ segments }: { segments: Point[] }) {
  const total = segments.reduce((sum, { value }) => sum + value, 0) || 1;
  const starts = segments.map((_, index) =>
    segments.slice(0, index).reduce((sum, { value }) => sum + value, 0),
  );
  return (
    <g transform={`translate(${WIDTH / 2} ${HEIGHT / 2})`}>
      {segments.map(({ label, value }, index) => (
        <path
          key={label}
          class={`slice s${index % 6}`}
          d={slice((starts[index] ?? 0) / total, value / total)}
        />
      ))}
    </g>
  );
}

function slice(from: number, share: number): string {
  const radius = HEIGHT / 2 - 8;
  const at = (turn: number) => {
    const angle = 2 * Math.PI * turn - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  };
  // A whole circle would begin where it ends, and be nothing.
  const to = from + Math.min(share, 0.9999);
  return `M0 0 L${at(from)} A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${at(to)} Z`;
}
