import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import {
  BrushComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import ECharts from 'vue-echarts';

// SVG rather than canvas: it prints sharply, and its text uses the page's own fonts.
use([
  BarChart,
  CustomChart,
  LineChart,
  BrushComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

export { ECharts };
