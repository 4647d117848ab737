// Renders a Helm chart with what Helm renders with: Go's templates, sprig, and Kubernetes' YAML. Prints a JSON object of file name to text.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go CHART VALUES.yaml RELEASE NAMESPACE
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"sigs.k8s.io/yaml"
)

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(file string) map[string]interface{} {
	text, err := os.ReadFile(file)
	fail(err)
	values := map[string]interface{}{}
	fail(yaml.Unmarshal(text, &values))
	return values
}

// As Helm does: maps are merged, everything else is replaced, null removes.
func merge(base, over map[string]interface{}) map[string]interface{} {
	for name, value := range over {
		inner, isMap := value.(map[string]interface{})
		old, wasMap := base[name].(map[string]interface{})
		switch {
		case value == nil:
			delete(base, name)
		case isMap && wasMap:
			base[name] = merge(old, inner)
		default:
			base[name] = value
		}
	}
	return base
}

func main() {
	chart, release, namespace := os.Args[1], os.Args[3], os.Args[4]
	about := read(filepath.Join(chart, "Chart.yaml"))
	templates := template.New("chart").Option("missingkey=zero")
	functions := sprig.TxtFuncMap()
	delete(functions, "env")
	delete(functions, "expandenv")
	functions["toYaml"] = func(value interface{}) (string, error) {
		text, err := yaml.Marshal(value)
		return strings.TrimSuffix(string(text), "\n"), err
	}
	functions["required"] = func(message string, value interface{}) (interface{}, error) {
		if value == nil || value == "" {
			return nil, errors.New(message)
		}
		return value, nil
	}
	functions["include"] = func(name string, data interface{}) (string, error) {
		var text strings.Builder
		err := templates.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
	templates.Funcs(functions)
	files, err := filepath.Glob(filepath.Join(chart, "templates", "*"))
	fail(err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		fail(err)
		_, err = templates.New(filepath.Base(file)).Parse(string(text))
		fail(err)
	}
	data := map[string]interface{}{
		"Values":  merge(read(filepath.Join(chart, "values.yaml")), read(os.Args[2])),
		"Release": map[string]interface{}{"Name": release, "Namespace": namespace, "Service": "Helm", "Revision": 1, "IsInstall": true},
		"Chart": map[string]interface{}{
			"Name": about["name"], "Version": about["version"], "AppVersion": about["appVersion"],
		},
	}
	rendered := map[string]string{}
	for _, file := range files {
		name := filepath.Base(file)
		if strings.HasPrefix(name, "_") {
			continue
		}
		var text strings.Builder
		fail(templates.ExecuteTemplate(&text, name, data))
		rendered[name] = text.String()
	}
	fail(json.NewEncoder(os.Stdout).Encode(rendered))
}
