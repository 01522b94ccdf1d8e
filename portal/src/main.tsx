import './app/theme.css';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {App} from './app/App';
import {reloadWhenRenewed} from './app/renewed';

reloadWhenRenewed();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<StrictMode><App/></StrictMode>);
}
